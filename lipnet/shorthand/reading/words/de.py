"""German: a first try."""

from lipnet.shorthand.reading.words.vocabulary import Words, numbered, phrases, words

GERMAN = Words(
    tag="de",
    frequent=words(
        "als an anwesend anwesende auch auf aufgaben bei beschluss das dem den der des die "
        "ein eine es fur im ist mit nicht noch oder protokoll sich sitzung tagesordnung top "
        "und verein vom von werden wir wird zu zum zur"
    ),
    months=numbered(
        "januar jan, februar feb, marz, april apr, mai, juni, juli, august aug, "
        "september sept, oktober okt, november nov, dezember dez",
        first=1,
    ),
    weekdays=numbered(
        "montag, dienstag, mittwoch, donnerstag, freitag, samstag sonnabend, sonntag",
        first=0,
    ),
    agenda=phrases(r"tagesordnung; agenda; tops; themen"),
    actions=phrases(
        r"aufgaben(?:verteilung|liste)?; todos?; to[ -]dos?; massnahmen; maßnahmen; "
        r"nachste schritte; offene punkte; zu erledigen; aktionspunkte; pendenzen"
    ),
    earlier=phrases(r"letzte[nr]?; vorige[nr]?; ruckblick; alte; vom letzten mal"),
    decisions=phrases(r"beschlusse?; beschlossen; entscheidungen; festlegungen; abstimmung"),
    aims=phrases(r"ziele?; aufgabe des; termine; neuigkeiten; bericht(?:e)?; hintergrund"),
    present=phrases(
        r"anwesend(?:e|en)?; anwesenheit; teilnehmer(?:in|innen|\*innen|:innen|_innen)?; "
        r"teilnehmende; teilgenommen haben; dabei; anwesenheitsliste; "
        r"^stimmberechtigte(?: mitglieder)?$"
    ),
    regrets=phrases(
        r"(?:es fehl(?:t|en) )?entschuldigt(?:e)?(?: fehl(?:t|en))?; abgemeldet; verhindert; "
        r"(?:lasst|lassen) sich entschuldigen"
    ),
    absent=phrases(
        r"abwesend(?:e)?; unentschuldigt; nicht anwesend; nicht dabei; es fehl(?:t|en); "
        r"fehlend(?:e)?"
    ),
    guests=phrases(r"gast; gaste?; besucher"),
    staff=phrases(r"mitarbeiter(?:innen)?; geschaftsstelle"),
    represented=phrases(r"vertreten(?: durch)?; vollmachten?; stimmubertragung(?:en)?"),
    officers=phrases(
        r"protokoll(?:ant|antin|fuhrer|fuhrerin|fuhrung)?; moderation; moderator(?:in)?; "
        r"sitzungsleitung; leitung; vorsitz(?:ende|ender)?; "
        r"(?:versammlungs|sitzungs)leiter(?:in)?; beisitzer(?:in)?; kassier(?:er|erin)?; "
        r"schriftfuhrer(?:in)?"
    ),
    others=phrases(r"datum; ort; zeit; beginn; ende; thema; hinweis; uhrzeit"),
    action_marks=phrases(r"aufgaben?; to[ -]?dos?; aktion; massnahme; maßnahme; ap; auftrag"),
    owner_labels=phrases(r"verantwortlich(?:e|er)?; wer; zustandig; zustandigkeit; wer\?"),
    due_labels=phrases(r"frist; bis(?: wann)?; termin; wann; fallig"),
    told=phrases(
        r"kummert sich(?: um)?; kummern sich(?: um)?; ubernimmt; ubernehmen; "
        r"wird (?!von\b|(?:\S+ ){0,6}?(?:ge\w+t|ge\w+en|\w+iert)\b); "
        r"werden; soll(?:en)?; muss; mussen; fragt (?=.{0,60}\bnach\b); schreibt; schreiben; "
        r"erstellt; erstellen; "
        r"organisier(?:t|en); "
        r"bestell(?:t|en); besorg(?:t|en); macht; schick(?:t|en); kontaktier(?:t|en); klart; "
        r"klaren; "
        r"pruf(?:t|en); bereite(?:t|n) (?=.{0,60}\bvor\b); ruft (?=.{0,60}\ban\b); bringt; "
        r"schaut nach; meldet sich; melden sich; erkundigt sich; kauft; kaufen; sucht; "
        r"stellt (?=.{0,60}\b(?:zusammen|bereit)\b); spricht mit; holt; plant; sammelt; "
        r"richtet (?=.{0,60}\bein\b); ladt (?=.{0,60}\bein\b); verschickt; sendet; testet; "
        r"erklar(?:t|en) sich bereit; biete(?:t|n) an; bemuh(?:t|en) sich; "
        r"versuch(?:t|en) (?=.{0,80}\bzu\b); uberweis(?:t|en); bezahl(?:t|en); entwirft; "
        # Verbs in two parts, but not those that tell what somebody said.
        r"(?!(?:merk|reg|sprich|sprech|geb|gib|fuhr|druck|teil|fass|nimm|nehm|tritt|tret|lehn"
        r"|stimm|komm|geh|steh|fall|fahr|hor|sieh|seh|fang|schliess)(?:t|en)? )"
        r"[a-z]{3,}(?:t|en) (?=(?:[^\s.]+ ){1,10}(?:an|auf|ein|mit|ab|aus|durch|bereit"
        r"|fertig|weiter|nach|um|hoch|bei)(?= *(?:[.;,]|und\b|$))); "
        r"gib(?:t)? (?=.{0,80}\bweiter\b); geben (?=.{0,80}\bweiter\b); "
        r"vereinbart; leitet (?=.{0,60}\bweiter\b); aktualisiert; uberarbeitet; druckt; reserviert"
    ),
    done_by=phrases(
        r"(?:wird|werden) (?:\S+ ){0,4}?(?:von|durch)(?!.{0,90}\b(?:vorgestellt|eroffnet|geleitet"
        r"|begrusst|berichtet|erlautert|vorgetragen|vorgelegt|moderiert|protokolliert|gestellt"
        r"|beantragt|vorgeschlagen|genannt|erwahnt|unterstutzt)\b); "
        r"(?:ist|sind) von(?=.{0,90}\b(?:zu [a-z]+en|[a-z]{2,9}zu[a-z]+en) *\.?$)"
    ),
    named_tasks=phrases(
        r"(?!.{0,90}\b(?:wir|ich|man|es|er|sie|sollte|sollten|mussen|konnen|haben|sind|werden"
        r"|wird|ist|hat|kann|muss|wollen|mochten|waren|wurden|gab)\b)"
        r"(?:[\w/:&-]+ ){1,9}[a-z]{2,}(?:en|ern|eln)(?= *(?:$|[.(;]|->|\u2192))"
    ),
    asked=phrases(
        r"(?:wird|werden|wurde|wurden) (?:\S+ ){0,3}?(?:gebeten|beauftragt|ersucht|aufgefordert)"
    ),
    duties=phrases(
        r"(?:muss|mussen|soll|sollen|sollte|sollten) (?!kunftig\b)(?:\S+ ){1,8}?(?:werden|sein)\b; "
        r"es gilt; wir (?:mussen|sollten|brauchen noch); "
        r"wird noch; ist (?:noch )?zu; sind (?:noch )?zu"
    ),
    verbs=phrases(
        r"(?:[a-z]{3,} ){0,2}[a-z]{3,}(?:ieren|cken|agen|eiben|nden|llen|chen|fen|ten|ren|ern|ufen)"
        r"(?= *(?:$|[.(]|->|\u2192))"
    ),
    self_told=phrases(r"kummert sich(?: darum)?; kummern sich(?: darum)?; ubernimmt(?: das)?"),
    nothing=phrases(r"keine?; nichts; entfallt; n/?a; \.\.\."),
    everyone=phrases(r"alle(?: mitglieder)?; jede[r]?; wir"),
    roles=phrases(
        r"(?:der |die |das )?(?:vorstand|vorsitzende[r]?|kassier(?:er|erin)?"
        r"|schatzmeister(?:in)?|schriftfuhrer(?:in)?|geschaftsfuhrung|arbeitsgruppe|ag|team"
        r"|ausschuss)"
    ),
    for_whom=phrases(r"fur"),
    done=phrases(r"erledigt; fertig"),
    motion_marks=phrases(r"antrag(?: [0-9]{1,4})?; beschlussvorlage; abstimmung"),
    moved=phrases(r"antrag von; gestellt von; antragsteller(?:in)?; beantragt von"),
    moves=phrases(r"beantragt"),
    seconded=phrases(r"unterstutzt von; unterstutzt durch"),
    seconds=phrases(r"unterstutzt den antrag"),
    decision_marks=phrases(r"beschluss; entscheidung; ergebnis; festlegung; einigung"),
    decided=phrases(
        r"(?:wird|wurde|werden|wurden|ist|sind) (?:\S+ ){0,8}?(?:beschlossen"
        r"|angenommen|abgelehnt|genehmigt|gewahlt|verabschiedet|vereinbart|entschieden|vertagt"
        r"|verschoben|bestatigt|festgelegt|zuruckgestellt|bewilligt|erteilt|ernannt|bestimmt|festgesetzt"
        r"|zuruckgezogen|abgesetzt); "
        r"(?:findet|fand|erhalt|erhielt) (?:keine|die|eine)(?: notige)? mehrheit; "
        r"(?:es )?(?:besteht|herrscht) (?:einigkeit|konsens|einvernehmen); "
        r"(?:kommt|kommen|kam|kamen) (?:\S+ ){0,3}?uberein; "
        r"abstimmung (?:uber|zu|zum|zur)(?: [^\s:]+){1,8} ?:(?= ?[0-9]); "
        r"stimm(?:t|en) (?:\S+ ){0,5}?zu(?= *\.?$); "
        r"(?:nimmt|nehmen) (?:\S+ ){0,6}?an(?= *\.?$); alle (?:sind )?(?:einverstanden|dafur); "
        r"keine einwande; "
        r"einstimmig; beschliesst; beschließt; beschliessen; beschließen; "
        r"wir (?:einigen uns|haben (?:uns )?(?:entschieden|geeinigt|beschlossen)|nehmen); "
        r"(?:es )?(?:wurde|wird) (?:vereinbart|beschlossen|entschieden|festgelegt); "
        r"einigt sich; mehrheitlich; angenommen; soll kunftig; beschlossen"
    ),
    ruling=phrases(r"dass"),
    reported=phrases(
        r"letzte[ns]? (?:woche|jahr); (?:in|bei) der letzten sitzung; (?:stadt|gemeinde)rat; "
        r"^die (?:stadt|gemeinde) (?:hat|wird); bundestag; noch nichts?; nichts"
    ),
    outcomes=(
        ("defeated", phrases(r"nicht angenommen; abgelehnt; keine(?: notige)? mehrheit")),
        ("tabled", phrases(r"vertagt; verschoben; zuruckgestellt; abgesetzt")),
        ("withdrawn", phrases(r"zuruckgezogen")),
        ("consensus", phrases(r"konsens")),
        (
            "carried",
            phrases(
                r"angenommen; beschlossen; genehmigt; einstimmig; gewahlt; vereinbart; "
                r"bestatigt; stimm(?:t|en) (?:\S+ ){0,5}?zu"
            ),
        ),
    ),
    unanimous=phrases(r"einstimmig"),
    approvals=phrases(r"(?:letzte[ns]? )?protokolle?s?; tagesordnung; neue mitglieder"),
    before_due=phrases(
        r"bis(?: zum| zur)?(?: spatestens)?; am; vor(?: dem)?; spatestens; im; frist ?:?"
    ),
    urged=phrases(r"bis; spatestens"),
    relative={
        "today": phrases(r"heute"),
        "tomorrow": phrases(r"morgen"),
        "next meeting": phrases(r"(?:zum |zur )?nachsten (?:treffen|sitzung|mal)"),
        "next week": phrases(r"nachste woche"),
        "this week": phrases(r"ende der woche"),
        "this month": phrases(r"ende des monats|monatsende"),
        "next month": phrases(r"nachsten monat"),
    },
    and_=phrases(r"und"),
    not_names=words(
        "aber abstimmung alle alles also am an antrag anwesend anwesende april auch auf "
        "aufgabe aufgaben august aus bei bericht beschluss bis dann das dem den der des "
        "dezember die dienstag diese dieser dieses donnerstag dort durch ein eine einem "
        "einen einer entschuldigt er ergebnis es februar freitag fur gaste hier ich ihr im "
        "in ist januar jede jeder juli juni kein keine mai man mit mittwoch montag nach "
        "nachste nachster nachstes neue neuer neues nicht nichts noch november oder ohne "
        "oktober protokoll punkt samstag september sie sind sitzung so sonntag tagesordnung "
        "termin termine thema themen todo top uber und unter verein von vor vorstand wann "
        "war warum was wenn wer werden wie wir wird wo zu zum zur"
    ),
    titles=phrases(r"herr; frau; dr\.?; prof\.?"),
    that=phrases(r"dass"),
    minutes_of=phrases(r"protokoll(?: der| des| vom)?; sitzungsprotokoll"),
)
