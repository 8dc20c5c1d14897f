"""French, as written in Canada and in Europe."""

from lipnet.shorthand.reading.words.vocabulary import Words, numbered, phrases, words

FRENCH = Words(
    tag="fr",
    frequent=words(
        "absents adopte appuye au aux avec c ce cette comite d dans de des du elle est et ete "
        "excuses il jour l la le les leur membres n ne nous ont ordre par pas plus pour "
        "presentes presents proces propose qu que qui reunion s se seance sera son sont suivi "
        "sur un une verbal"
    ),
    months=numbered(
        "janvier janv, fevrier fevr fev, mars, avril avr, mai, juin, juillet juil, aout, "
        "septembre sept, octobre oct, novembre nov, decembre dec",
        first=1,
    ),
    weekdays=numbered(
        "lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche",
        first=0,
    ),
    agenda=phrases(r"ordre du jour; odj; agenda; points? a l'ordre du jour; sommaire"),
    actions=phrases(
        r"actions?(?: a (?:mener|faire|entreprendre|suivre|realiser|prevoir))?; suivis?; "
        r"taches?; a faire; prochaines etapes; etapes suivantes; points? d'action; "
        r"mandats? confies; qui fait quoi; relances; devoirs; "
        r"releve (?:de decisions et )?d'actions; reste a faire; engagements pris"
    ),
    earlier=phrases(
        r"precedent(?:e|es|s)?; derniere (?:reunion|rencontre|seance); anterieur(?:e|es|s)?; "
        r"retour sur; affaires decoulant; revue des; etat d'avancement; passees?"
    ),
    decisions=phrases(
        r"decisions?(?: prises?)?; resolutions?; il est resolu(?: que)?; motions?; "
        r"releve de decisions; deliberations?; ententes?; propositions? adoptees?"
    ),
    aims=phrases(
        r"objectifs?; missions?; mandat; roles?; nouvelles; revue de presse; "
        r"activites? recentes?; calendrier; dates a retenir; chiffres; contexte; "
        r"evenements a venir; correspondance"
    ),
    present=phrases(
        r"presents?; presentes?; present\.?e\.?s?; presences?; present\(e\)s; participants?; "
        r"participantes?; participation; etaient (?:egalement )?presents?; "
        r"etaient presentes?; sont presents?; sont presentes?; presents et presentes; "
        r"participant[·.-]e[·.-]?s; present[·.-]e[·.-]?s; membres presents?; assistaient; "
        r"ont participe; administrateurs; ^membres (?:votants?|du comite|du conseil)$"
    ),
    regrets=phrases(
        r"excuses?; excusees?; excuse[·.-]e[·.-]?s; excuse\(e\)s; regrets; absents? excuses?; "
        r"absences? motivees?; absentes? excusees?; s'excusent; s'est excusee?; "
        r"ont prevenu de leur absence; absences? excusees?"
    ),
    absent=phrases(
        r"absents?; absentes?; absences?; absent[·.-]e[·.-]?s; absent\(e\)s; non presents?"
    ),
    guests=phrases(
        r"invites?; invitees?; invite[·.-]e[·.-]?s; observateurs?; observatrices?; "
        r"invite\(e\)s; assiste(?:nt)? (?:egalement|aussi); visiteurs?; "
        r"(?:sont|etaient) aussi presente?s?"
    ),
    staff=phrases(r"personnel; employes?; permanence; salaries?; equipe de soutien"),
    represented=phrases(r"representes?; representees?; procurations?; pouvoirs?; mandataires"),
    officers=phrases(
        r"president(?:e)?(?: de (?:la )?(?:seance|reunion|l'assemblee))?; presidence; "
        r"secretaire(?: de (?:la )?(?:seance|reunion|l'assemblee))?; animation; animateur; "
        r"animatrice; prise de notes; redaction; redige par; redacteur; redactrice; scribe; "
        r"presidee? par; animee? par; procès-verbaliste; notes prises par"
    ),
    others=phrases(
        r"date; heure; lieu; endroit; quorum; lien; objet; ouverture; "
        r"debut(?: de (?:la )?seance)?; fin(?: de (?:la )?seance)?; note; notes; "
        r"prochaine (?:reunion|rencontre|seance); sujet; point"
    ),
    action_marks=phrases(
        r"actions?; suivis?; a faire; taches?; todo; a suivre; mandat; points? d'action; "
        r"prochaines? etapes?; relance; reste a faire"
    ),
    owner_labels=phrases(
        r"responsables?; resp; porteurs?; porteuse; qui; pilote; assignee? a; "
        r"personne[s]? responsables?; par qui; attribuee? a; confiee? a; charge de suivi"
    ),
    due_labels=phrases(r"echeances?; delai; date limite; pour quand; quand; avant le"),
    told=phrases(
        r"(?:se |s')(?:charge|occupe|engage|propose|porte volontaire)\w*(?: a| de| d'| pour)?; "
        r"s'en (?:charge|occupe)\w*; "
        r"va (?:aussi |donc |egalement )?(?=\w+(?:er|ir|re|oir)\b); "
        r"vont (?=\w+(?:er|ir|re|oir)\b); (?:doit|doivent|devra|devront) (?!etre\b|avoir\b); "
        r"(?:(?:se|nous|leur|lui|en|y|la|le|les) |s'|l'|n'){0,2}(?!sera\b|aura\b|seront\b"
        r"|auront\b|pourra|permettra|devra|faudra|etait)\w{2,}(?:era|ira|dra|tra|ura|rra|vra"
        r"|ront); "
        r"(?:a |ont )?accepte (?:de|d'); iront (?=\w+(?:er|ir|re|oir)\b); "
        r"est (?:chargee?|responsable|mandatee?|invitee?|priee?) (?:de|d'|a); "
        r"sont (?:charge|mandate|invite|prie)e?s (?:de|d'|a); prend(?:ra)? en charge; "
        r"prend (?:contact|le dossier); a (?:pour tache|ete mandatee?) de; "
        r"s'est (?:proposee?|engagee?) (?:a|de|pour|d'); a propose de (?=\w+er\b)"
    ),
    asked=phrases(
        r"(?<!s')(?:est|sont|a ete|ont ete) (?:charge|mandate|invite|prie)e?s? (?:de|d'|a|pour)"
    ),
    duties=phrases(
        r"(?:sera|seront) (?:envoye|contacte|relance|prepare|transmis|invite|achemine|redige"
        r"|mis a jour|distribue)(?:e|s|es)?; "
        r"il (?:faut|faudra|faudrait|reste a|convient de|s'agira de|s'agit de); "
        r"on (?:doit|devra|va) (?=\w+(?:er|ir|re|oir)\b); "
        r"on (?!aura|sera|pourra|verra|saura)\w{2,}(?:era|ira|dra|rra)(?!\w); "
        r"on (?:demande|confie) a (?=\S); nous devons; nous devrons; "
        r"nous (?!aurons\b|serons\b|pourrons\b|verrons\b|saurons\b)\w{2,}rons(?!\w); "
        r"il (?:est|a ete) (?:necessaire|demande|important|confie) (?:de|d'|a|que); "
        r"reste a (?=\w+(?:er|ir|re)\b); "
        r"a (?:prevoir|verifier|relancer|contacter|planifier|completer|confirmer|envoyer"
        r"|preparer); "
        r"(?:doit|doivent|devra|devront) etre (?=\w+)"
    ),
    verbs=phrases(r"(?:re|s'|se |ne pas )?[a-z]{2,}(?:er|ir|oir|dre|tre|ire|vre|uire|oudre|ettre)"),
    not_verbs=phrases(
        r"xavier; olivier; didier; roger; gauthier; walter; pierre; andre; alexandre; premier; "
        r"dernier; hier; fevrier; janvier; atelier; dossier; cahier; membre; notre; "
        r"votre; autre; entre; quatre; contre; septembre; octobre; novembre; decembre; "
        r"lettre; centre; ministere?; plaisir; avenir; loisir; soir; "
        r"voir (?!si|avec|comment|a\b); rapport; titre; "
        r"chapitre; registre; etre; pouvoir; devoir; avoir; pour; par; calendrier; courrier; "
        r"papier; financier; particulier; entier; courrier; chantier; quartier; metier; cher; "
        r"fier; amer; mer; cadre; offre; propre; nombre; chambre; cidre; filtre; peut-etre; "
        r"territoire; histoire; memoire; affaire; commentaire; formulaire; partenaire; "
        r"secretaire; horaire; questionnaire; benevole; inventaire; glossaire; annuaire; "
        r"livre; repertoire; provisoire; laboratoire; maire; notaire; ordre; depart; theatre; "
        r"rencontre; trimestre; semestre; fenetre; maitre; ouvre; bienvenue; super; hiver; "
        r"divers; ouverture; poster; leader; web; newsletter; flyer; twitter; cluster; "
        r"docker; serveur; supplementaire; solidaire; communautaire; budgetaire; scolaire; "
        r"primaire"
    ),
    self_told=phrases(
        r"s'en (?:charge|chargera|chargeront|occupe|occupera|occuperont); "
        r"(?:le|la|les|l')? ?(?:fera|feront) (?:le|la|les) (?:necessaire|suivi|suivis)"
    ),
    pronouns=phrases(r"il; elle; ils; elles; celui-ci; celle-ci"),
    nothing=phrases(
        r"aucun(?:e)? (?:action|suivi|tache)(?: (?:requis|requise|n'est requise|a prevoir))?; "
        r"aucune?; neant; rien(?: a signaler)?; sans objet; s\.?o\.?; n/?a; pas de suivi; "
        r"voir (?:ci-dessus|ci-dessous); \.\.\."
    ),
    everyone=phrases(
        r"tou(?:s|tes)(?: et toutes)?(?: les membres)?; tout le monde; chacun(?:e)?; "
        r"les membres; membres; l'ensemble des membres; toute l'equipe; l'equipe; "
        r"chaque (?:membre|partenaire|organisme); "
        r"(?:ceux|celles)(?: et celles)? qui (?:\S+ ){1,8}?(?=sont ); "
        r"les personnes (?:interessees|qui (?:\S+ ){1,6}?(?=sont ))"
    ),
    roles=phrases(
        r"(?:le |la |l'|les )?(?:vice-)?(?:president(?:e)?|presidence|tresorier|tresoriere"
        r"|secretaire|coordonnateur|coordonnatrice|coordination|direction|directeur|directrice"
        r"|comite(?: executif| de travail| directeur)?|conseil(?: d'administration)?|bureau|ca"
        r"|secretariat|groupe de travail|permanence|personnel|equipe|animatrice|animateur"
        r"|agente?(?: de projet)?|gestionnaire|sous-comite)(?: generale?| adjointe?)?"
        r"(?: (?:de la |de l'|de |du |des )(?!\w+(?:er|ir|re)\b)[a-z'-]{3,20})?"
    ),
    for_whom=phrases(r"pour; de"),
    done=phrases(r"fait; faite; termine; terminee; regle; complete"),
    motion_marks=phrases(
        r"proposition(?: no\.?)?(?: ?#? ?[0-9]{1,4}(?:-[0-9]{1,4})?)?; "
        r"resolution(?: no\.?| n°)?(?: ?#? ?[0-9]{1,4}(?:-[0-9]{1,4})?)?; "
        r"motion(?: no\.?)?(?: ?#? ?[0-9]{1,4}(?:-[0-9]{1,4})?)?; il est propose(?: par)?; "
        r"(?:premiere|deuxieme|seconde|troisieme|quatrieme|cinquieme|sixieme) resolution"
    ),
    moved=phrases(
        r"proposee?s? par; sur (?:une |la )?(?:motion|proposition) (?:de|d'); proposeur; "
        r"proposeuse; "
        r"(?:motion|proposition|resolution) (?:de|par); motion presentee par; presentee par"
    ),
    moves=phrases(
        r"propose (?:que|d'adopter|l'adoption|d'approuver|d'accepter|de voter); propose,"
    ),
    seconded=phrases(
        r"appuyee?s? (?:par|de); secondee?s? par; appuyeur; appuyeuse; secondeur; appui de; "
        r"appuye"
    ),
    seconds=phrases(r"appuie; seconde la"),
    both=phrases(r"p/a; p\. ?/ ?a\.; proposeur/appuyeur; proposee? / appuyee?"),
    decision_marks=phrases(
        r"decisions?(?: prise)?; decide; resolu; il est resolu(?: que)?; convenu; entente; "
        r"consensus; accord; conclusion; resultat"
    ),
    decided=phrases(
        r"(?:est|sont|a ete|ont ete|fut|etait) (?:donc |ainsi |alors |egalement )?(?:adopte"
        r"|approuve|accepte|vote|rejete|entérine|enterine|ratifie|elu|nomme|valide|reporte"
        r"|refuse|retenu|resolu|decide|convenu|entendu|reconduit|designe|autorise)e?s?; "
        r"il (?:est|a ete|fut) (?:donc |alors |aussi |egalement )?(?:unanimement )?(?:resolu"
        r"|decide|convenu|entendu|adopte|propose et resolu); "
        r"(?:proposition|motion) est (?:battue|defaite|deposee); "
        r"(?:decision|proposition|resolution) est (?:remise|reportee); "
        r"(?:le |la |l'|les )?(?:comite|conseil|assemblee|assemblee generale|bureau|groupe"
        r"|membres|ca|participants|conseil d'administration) (?:(?:a"
        r"|ont) )?(?:unanimement )?(?:decide|adopte|approuve|convien|convenu|accepte|ratifie"
        r"|enterine|valide|vote|opte|retien|resolu|nomme|elit|designe|autorise|rejete|refuse)\w*; "
        r"(?:on|nous) (?:a |avons )?(?:decid|convenons|convenu|convient|opt|retenu|retenons)\w*; "
        r"(?:a )?l'unanimite; (?:adopte|approuve|accepte)e?s? a (?:la )?majorite; "
        r"(?:adopte|approuve|accepte)e?s?(?: tels? quels?| telles? quelles?)?\.?$; "
        r"il n.?y a pas lieu; par consensus; d'un commun accord; "
        r"(?:tout le monde|tous) (?:est|sont) d'accord; decision (?:est )?(?:prise )?de; "
        r"aucune objection; s'entend(?:ent)? (?:pour|sur|que); on part sur; "
        r"valide(?:e|s|es)? par (?:tous|tout le monde|l'ensemble); "
        r"donne(?:nt)? (?:son|leur) (?:accord|aval|approbation); "
        r"vote unanime; decide(?:nt)? (?:de|d'|que)"
    ),
    ruling=phrases(r"que; qu'; adopter; approuver; accepter; rejeter; nommer"),
    reported=phrases(
        r"si (?:\S+ ){1,5}?(?:est|etait|sont) (?:adopte|approuve|accepte)e?s?; "
        r"une fois (?:adopte|approuve)e?s?; (?:annee|semaine|mois) (?:derniere?|passee?); "
        r"derniere reunion; "
        r"(?:ville|province|gouvernement|ministere|municipalite) (?:a|ont|vient); "
        r"conseil (?:municipal|des ministres|regional); "
        r"(?:rapporte|mentionne|explique|indique|annonce|souligne|precise|signale|rappelle) que; "
        r"informe (?:les membres |le comite )?que; pas encore"
    ),
    outcomes=(
        (
            "defeated",
            phrases(
                r"(?:n'est|n'a|pas|non) (?:pas )?(?:ete )?(?:adopte|approuve|accepte)e?s?; "
                r"rejete(?:e|es|s)?; refuse(?:e|es|s)?; defaite?|battue?"
            ),
        ),
        ("withdrawn", phrases(r"retiree?")),
        ("tabled", phrases(r"report(?:er|e|ee|ees|es); remises? a")),
        ("tabled", phrases(r"differee?")),
        ("tabled", phrases(r"deposee?")),
        ("consensus", phrases(r"par consensus|consensus; d'un commun accord")),
        (
            "carried",
            phrases(
                r"adopte(?:e|es|s)?; approuve(?:e|es|s)?; accepte(?:e|es|s)?; "
                r"a l'unanimite|unanimement; votee?s?; (?:resolu|decide"
                r"|convenu)e?s?; elue?s?; entente"
            ),
        ),
    ),
    unanimous=phrases(r"(?:a )?l'unanimite; unanimement; aucune objection"),
    approvals=phrases(r"proces-verb(?:al|aux); ordre du jour; compte rendu; nouveaux membres"),
    before_due=phrases(
        r"d'ici(?: a| le| la| au| l')?; avant(?: le| la| l')?; au plus tard(?: le)?; "
        r"pour(?: le| la)?; echeance ?:?; jusqu'(?:au|a la|a); le; du(?:e)? le; "
        r"date limite ?:?; delai ?:?; a temps pour(?: le| la)?; en; fin; debut"
    ),
    urged=phrases(r"d'ici; avant; au plus tard; pour le; echeance"),
    relative={
        "today": phrases(r"aujourd'hui"),
        "tomorrow": phrases(r"demain"),
        "next meeting": phrases(
            r"(?:la |notre )?prochaine (?:reunion|rencontre|seance); "
            r"(?:le )?prochain (?:ca|conseil|comite)"
        ),
        "next week": phrases(r"(?:la )?semaine prochaine; (?:la )?prochaine semaine"),
        "this week": phrases(r"(?:la )?fin de (?:la |cette )?semaine"),
        "this month": phrases(r"(?:la )?fin (?:du|de ce) mois"),
        "next month": phrases(r"(?:le )?mois prochain"),
        "this year": phrases(r"(?:la )?fin de l'annee; (?:la )?fin d'annee"),
        "soon": phrases(r"des que possible"),
    },
    and_=phrases(r"et; ou"),
    not_names=words(
        "a absent absents action actions adopte adoptee aout approuve approuvee appuye "
        "appuyee apres association au aucun aucune aux avant avec avril bienvenue bilan car "
        "ce ceci cela ces cet cette chacun chaque comme d' dans date de decembre decision "
        "decisions dernier derniere des deuxieme dimanche discussion donc dont du elle elles "
        "en est et etaient etait ete excuse excuses faudra faut fevrier heure il ils janvier "
        "je jeudi jour juillet juin l' la le les leur leurs lieu lors lundi ma mai mais "
        "mardi mars membre membres merci mercredi mes mon motion ne ni nos note notes notre "
        "nous nouveau nouvelle novembre octobre on or ordre ou par pas plus point points "
        "pour premiere present presente presentes presents proces-verbal prochain prochaine "
        "propose proposee proposition quand que question questions qui quoi quorum rapport "
        "rencontre resolution retour reunion sa samedi sans se seance secondee septembre "
        "sera ses si son sont sous suite suivi suivis sur tache taches tous tout toute "
        "toutes troisieme tu un une vendredi vote votes votre vous"
    ),
    titles=phrases(
        r"m\.; mme\.?; mmes; mlle\.?; monsieur; madame; mesdames; messieurs; dr\.?; dre\.?; "
        r"(?:la |le )?conseillere?; (?:la |le )?mairesse; (?:le )?maire"
    ),
    that=phrases(r"que; qu'; d'; de; et (?:il est )?(?:unanimement )?resolu; il est resolu"),
    minutes_of=phrases(
        r"(?:projet de )?proces-verb(?:al|aux)(?: de| du)?(?: la| l')?(?: (?:reunion|seance"
        r"|rencontre))?(?: du| de la| de l'| de)?; "
        r"compte[ -]rendu(?: de| du)?(?: la| l')?; pv; cr; rapport; notes de reunion"
    ),
)
