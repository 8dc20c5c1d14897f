"""Dutch: a first try."""

from lipnet.shorthand.reading.words.vocabulary import Words, numbered, phrases, words

DUTCH = Words(
    tag="nl",
    frequent=words(
        "aan aanwezig acties afwezig agenda als besluit bestuur bij dat de door een en er "
        "hebben heeft het in is met naar niet nog notulen om ook op over te van vergadering "
        "voor we wij worden wordt zijn"
    ),
    months=numbered(
        "januari jan, februari feb, maart mrt, april apr, mei, juni jun, juli jul, "
        "augustus aug, september sept sep, oktober okt, november nov, december dec",
        first=1,
    ),
    weekdays=numbered(
        "maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag",
        first=0,
    ),
    agenda=phrases(r"agenda(?:punten)?"),
    actions=phrases(
        r"acties?; actie ?(?:punten|lijst); taken; to[ -]?do'?s?; vervolgstappen; afspraken; "
        r"volgende stappen; te doen"
    ),
    earlier=phrases(r"vorige; openstaande; afgelopen; lopende"),
    decisions=phrases(r"besluiten(?:lijst)?; besluit; beslissingen; genomen besluiten"),
    aims=phrases(r"doel(?:en|stellingen)?; missie; rollen; nieuws; evenementen; mededelingen"),
    present=phrases(
        r"aanwezig(?:en|e)?; deelnemers; aanwezige leden; bestuursleden; "
        r"^stemgerechtigde(?: leden)?$; presentie(?:lijst)?"
    ),
    regrets=phrases(
        r"mk; m\.k\.?; afwezig m\.?k\.?; met (?:kennisgeving|bericht) afwezig; "
        r"met (?:kennisgeving|bericht); afgemeld; afwezig met (?:bericht|kennisgeving); "
        r"verontschuldigd; afmeldingen; "
        r"bericht van verhindering; (?:afwezig )?met (?:af)?bericht(?: van verhindering)?; "
        r"verhinderd; "
        r"(?:heeft|hebben) zich afgemeld; afgemeld hebben zich"
    ),
    absent=phrases(r"afwezig(?:en)?; niet aanwezig"),
    guests=phrases(r"gast(?:en)?; toehoorders?; genodigden"),
    staff=phrases(r"medewerkers; personeel"),
    represented=phrases(r"vertegenwoordigd; volmachten?"),
    officers=phrases(
        r"voorzitter; notulist(?:e)?; notulen(?: door)?; secretaris; verslag door; "
        r"penningmeester; bestuurslid; bestuursleden; lid; leden"
    ),
    others=phrases(r"datum; tijd; locatie; plaats; onderwerp; aanvang; sluiting"),
    action_marks=phrases(r"acties?; actie ?punt(?:en)?; ap; taak; to[ -]?do; todo"),
    owner_labels=phrases(r"verantwoordelijk(?:e)?; wie; eigenaar; door wie; actiehouder; trekker"),
    due_labels=phrases(r"deadline; wanneer; voor wanneer; uiterlijk; gereed; datum; klaar"),
    told=phrases(
        r"(?:zal|zullen|moet|moeten) (?!zijn\b|worden\b); "
        r"(?:gaat|gaan) (?!(?:zijn|worden|in op|akkoord|over|verder|goed|door|ervan|uit van|weg"
        r"|dicht|open|naar (?:huis|de|het))\b); pakt (?:dit |het )?op; "
        r"pakken (?:dit |het )?op; neemt (?:contact|het|dit|de); regelt; stuurt; "
        r"maakt (?!zich\b|bezwaar\b|duidelijk\b|kenbaar\b|melding\b|gebruik\b|deel\b); "
        r"vraagt (?!(?:of|zich|wat|hoe|waarom|wie|aandacht|wanneer|om|naar|hoeveel"
        r"|welke?|waar)\b); "
        r"zoekt; schrijft; "
        r"organiseert; organiseren; plant; mailt; mailen; belt; bellen; zorgt voor; zorgen voor; "
        r"bekijkt; bekijken; stelt (?=.{0,60}\b(?:op|samen)\b); "
        r"zet (?=.{0,60}\b(?:op|uit|door)\b); "
        r"werkt (?=.{0,60}\b(?:uit|bij)\b); kijkt (?:of|naar|wat); "
        r"bereid(?:t|en) (?=.{0,60}\bvoor\b); controleert; checkt; overlegt met; "
        r"benader(?:t|en); levert; komt met een; onderzoek(?:t|en); "
        r"vult (?=.{0,60}\b(?:in|aan)\b); "
        r"rondt (?=.{0,60}\baf\b); past (?=.{0,60}\baan\b); nodigt (?=.{0,60}\buit\b); boekt; "
        r"verstuurt; versturen; publiceert; publiceren; plaatst; plaatsen; maken; sturen; regelen; "
        r"bied(?:t|en) aan; probe(?:ert|ren) (?=.{0,80}\bte\b); betaa?l(?:t|en); "
        r"geef(?:t)? (?=.{0,80}\bdoor\b); geven (?=.{0,80}\bdoor\b); "
        r"dien(?:t|en) (?=.{0,80}\bin\b); meld(?:t|en) (?!zich\b)(?=.{0,80}\baan\b); "
        r"lever(?:t|en) (?=.{0,80}\baan\b); neemt (?=.{0,80}\bmee\b); nemen (?=.{0,80}\bmee\b); "
        r"breng(?:t|en) (?=.{0,80}\bmee\b); richt(?:en)? (?=.{0,80}\bin\b); "
        r"vraagt (?=.{0,80}\bop\b); vragen (?=.{0,80}\b(?:aan|op|na)\b); "
        r"houd(?:t|en) (?=.{0,80}\bbij\b); doet (?=.{0,60}\bnavraag\b); informeert bij; "
        r"koopt; haalt (?!.{0,60}\baan\b); bestelt; bestellen; vraagt (?=.{0,60}\b(?:na|aan)\b)"
    ),
    done_by=phrases(
        r"(?:wordt|worden) (?:\S+ ){0,4}?door(?!.{0,90}\b(?:geopend|voorgesteld|gepresenteerd"
        r"|toegelicht|genotuleerd|gemeld|genoemd|besproken|gesloten|voorgezeten|gesteld"
        r"|gesteund|opgemerkt)\b)"
    ),
    named_tasks=phrases(
        r"(?!.{0,90}\b(?:we|wij|ik|men|je|hij|ze|zij|zijn|is|was|waren|hebben|heeft|worden|wordt"
        r"|kunnen|kan|moeten|moet|willen|wil|zullen|gaat|gaan)\b)"
        r"(?:[\w/:&-]+ ){1,9}[a-z]{2,}en(?= *(?:$|[.(;]|->|\u2192))"
    ),
    asked=phrases(
        r"(?:wordt|worden|is|zijn) (?:gevraagd|verzocht)(?: om)?; "
        r"krijg(?:t|en) (?:de|als) (?:opdracht|taak)(?: om)?"
    ),
    duties=phrases(
        r"er (?:moet|moeten|dient|dienen) ; (?:moet|moeten|dient|dienen) (?:nog|er) ; "
        r"(?:moet|moeten|dient|dienen)(?= (?:\S+ ){1,10}(?:worden|te worden)\b); moeten we nog; "
        r"(?:we|wij) (?:gaan|zullen) (?!(?:over|door|verder|uit)\b)"
        r"(?=(?:\S+ ){0,12}[a-z]{2,}en *[.;]?$)"
    ),
    verbs=phrases(r"[a-z]{3,}en (?=(?:van|voor|met|naar|de|het|een)\b)"),
    not_verbs=phrases(r"tussen; leden; mensen; kosten; zaken; punten; besluiten; acties"),
    self_told=phrases(r"pakt (?:dit|het) op; regelt (?:dit|het); gaat hiermee aan de slag"),
    nothing=phrases(r"geen(?: acties)?; niets; n\.?v\.?t\.?; \.\.\."),
    everyone=phrases(r"alle[n]?(?: leden)?; iedereen; allemaal"),
    roles=phrases(
        r"(?:de |het )?(?:bestuur|voorzitter|secretaris|penningmeester|commissie|werkgroep|team)"
    ),
    for_whom=phrases(r"voor"),
    done=phrases(r"gedaan; klaar; afgerond"),
    motion_marks=phrases(r"motie; voorstel; stemming"),
    moved=phrases(r"voorstel van; voorgesteld door; ingediend door; indiener"),
    moves=phrases(r"stelt voor (?:om|dat)"),
    seconded=phrases(r"gesteund door; ondersteund door; gesecondeerd door"),
    seconds=phrases(r"steunt (?:het|dit) voorstel"),
    decision_marks=phrases(r"besluit(?:en)?; besloten; beslissing; afgesproken; conclusie"),
    decided=phrases(
        r"(?:is|zijn|wordt|worden|werd|werden) (?:\S+ ){0,6}?(?:besloten|aangenomen|goedgekeurd"
        r"|vastgesteld|afgewezen|verworpen|akkoord|gekozen|benoemd|afgesproken|uitgesteld|aangehouden"
        r"|ingestemd|doorgeschoven|verdaagd|verleend|ingetrokken); "
        r"stem(?:t|men) (?:\S+ ){0,4}?in met; met instemming; akkoord$; "
        r"iedereen (?:is )?(?:het )?(?:er ?mee )?(?:eens|akkoord|voor); "
        r"(?:zijn|is) het (?:er ?mee |er ?over )?eens; "
        r"(?:krijgt|kreeg|haalt) (?:geen|een) meerderheid; "
        r"verle(?:ent|nen) (?:\S+ ){0,4}?decharge; "
        r"stemming over(?: [^\s:]+){1,8} ?:(?= ?[0-9]); "
        r"keur(?:t|en) (?:\S+ ){0,6}?goed; stel(?:t|len) (?:\S+ ){0,6}?vast(?= *\.?$); "
        r"we (?:stoppen met|gaan (?:door met|over op|voor)); kiezen (?:we )?voor; geen bezwaar; "
        r"besloten; besluit(?:en)? (?:om|dat|tot|unaniem); unaniem; "
        r"(?:gaat|gaan|zijn) (?:\w+ )?akkoord; "
        r"we (?:kiezen|spreken af|hebben besloten|besluiten); afgesproken; akkoord met; "
        r"goedgekeurd; vastgesteld; met algemene stemmen"
    ),
    ruling=phrases(r"dat"),
    reported=phrases(
        r"vorige (?:week|keer); (?:in|op|tijdens) de vorige vergadering; gemeente(?:raad)?; "
        r"nog niets?; niets; zodra"
    ),
    outcomes=(
        (
            "defeated",
            phrases(
                r"niet (?:akkoord|aangenomen|goedgekeurd); verworpen; afgewezen; geen meerderheid"
            ),
        ),
        ("tabled", phrases(r"uitgesteld; aangehouden; doorgeschoven; verdaagd")),
        ("withdrawn", phrases(r"ingetrokken")),
        ("consensus", phrases(r"consensus")),
        (
            "carried",
            phrases(
                r"aangenomen; goedgekeurd; vastgesteld; unaniem; besloten; akkoord; "
                r"stem(?:t|men) in"
            ),
        ),
    ),
    unanimous=phrases(r"unaniem; met algemene stemmen"),
    approvals=phrases(r"notulen(?: van)?; agenda"),
    before_due=phrases(
        r"voor(?: de)?; uiterlijk(?: op| voor)?; vanaf; vóór; tot; op; deadline ?:?; per"
    ),
    urged=phrases(r"uiterlijk"),
    relative={
        "today": phrases(r"vandaag"),
        "tomorrow": phrases(r"morgen"),
        "next meeting": phrases(r"(?:de )?volgende vergadering"),
        "next week": phrases(r"volgende week"),
        "this week": phrases(r"eind(?:e)? van de week"),
        "this month": phrases(r"eind(?:e)? van de maand"),
        "next month": phrases(r"volgende maand"),
    },
    and_=phrases(r"en"),
    not_names=words(
        "aanwezig actie acties afgemeld afwezig agenda alle alles als april augustus besluit "
        "besluiten bestuur bij dat de december deze die dinsdag dit donderdag door een en er "
        "februari gasten geen het hij ik in is januari je juli juni maandag maar maart mei "
        "met naar niet niets nieuwe nog notulen november of oktober om onder ook op over "
        "punt punten september tot uit van vergadering volgende voor voorstel vorige vrijdag "
        "waar waarom wanneer was wat we wie wij woensdag worden wordt zaterdag ze zij zijn "
        "zondag"
    ),
    titles=phrases(r"dhr\.?; mevr\.?; mw\.?; dr\.?; de heer; mevrouw"),
    that=phrases(r"dat; om"),
    minutes_of=phrases(r"notulen(?: van)?(?: de)?; verslag(?: van)?"),
)
