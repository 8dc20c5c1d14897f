"""Spanish: a first try."""

from lipnet.shorthand.reading.words.vocabulary import Words, numbered, phrases, words

SPANISH = Words(
    tag="es",
    frequent=words(
        "acta acuerdan al aprobacion asamblea asistentes como con de del dia el en es ha han "
        "horas junta la las lo los mas orden para por presentes que se sesion siendo sobre su "
        "un una y"
    ),
    months=numbered(
        "enero ene, febrero feb, marzo mar, abril abr, mayo, junio jun, julio jul, "
        "agosto ago, septiembre setiembre sept, octubre oct, noviembre nov, diciembre dic",
        first=1,
    ),
    weekdays=numbered(
        "lunes, martes, miercoles, jueves, viernes, sabado, domingo",
        first=0,
    ),
    agenda=phrases(r"orden del dia; agenda; temario; puntos a tratar"),
    actions=phrases(
        r"tareas?(?: pendientes)?; acciones?(?: a realizar)?; pendientes; seguimiento; "
        r"proximos pasos; por hacer; compromisos; tareas asignadas"
    ),
    earlier=phrases(r"anterior(?:es)?; pasad[oa]s?; revision de; estado de"),
    decisions=phrases(
        r"acuerdos?(?: adoptados| tomados)?; acuerdan?; decisiones; resoluciones; se acuerda"
    ),
    aims=phrases(r"objetivos?; mision; roles?; noticias; calendario; siguientes necesidades"),
    present=phrases(
        r"presentes?; asistentes?; asisten?; asistencia; reunid[oa]s; se reunen; participantes?; "
        r"miembros presentes; ^(?:miembros|personas) con (?:derecho a )?voto$; "
        r"con la asistencia de; estando presentes; asistieron"
    ),
    regrets=phrases(
        r"excusad[oa]s?; excusan?(?: su asistencia)?; disculpan?; "
        r"disculpas; disculpad[oa]s?; ausencias? justificadas?"
    ),
    absent=phrases(r"ausentes?; ausencias?; no asisten?; no asistentes; faltan?"),
    guests=phrases(r"invitad[oa]s?; observadores"),
    staff=phrases(r"personal; equipo tecnico"),
    represented=phrases(
        r"delegando su voto; delegan(?: su| el)? voto; representad[oa]s?; voto delegado; "
        r"delegaciones de voto"
    ),
    officers=phrases(
        r"president[ea]; vicepresident[ea]; vocal(?:es)?; secretari[oa]; secretaria; "
        r"moderador[a]?; preside; "
        r"(?:el|la) secretari[oa]; (?:el|la) president[ea]; tesorer[oa]; toma notas"
    ),
    others=phrases(r"fecha; hora; lugar; enlace; nota; notas; tema; mision"),
    action_marks=phrases(r"tareas?; accion(?:es)?; pendiente; todo; seguimiento; encargo"),
    owner_labels=phrases(r"responsables?; encargad[oa]s?; quien; asignad[oa] a"),
    due_labels=phrases(r"plazo; fecha limite; cuando; vencimiento"),
    told=phrases(
        r"se (?:encarga|ocupa|compromete|ofrece)\w*(?: de| a| para)?; "
        r"(?:queda|es|sera) (?:encargad|responsabl)\w+ de; va a (?=\w+(?:ar|er|ir)\w*\b); "
        r"van a (?=\w+(?:ar|er|ir)\w*\b); tiene que (?=\w); debe (?=\w+(?:ar|er|ir)\w*\b); "
        r"(?:(?:se|le|les|lo|los|la|las|nos) )?(?!sera\b|seran\b|habra\b|habran\b|tendra\b"
        r"|podra\b|estara\b|para\b|ahora\b|fuera\b|era\b|cara\b)(?:\w{3,}(?:ara|era|ira|aran|eran"
        r"|iran)|\w{2,}(?:ndra|ldra|ndran|ldran)|haran?|diran?)"
    ),
    asked=phrases(r"(?:se )?(?:encomienda|encarga|pide) a; se le (?:pide|encarga)"),
    duties=phrases(
        r"se (?:enviara|contactara|pedira|preguntara|buscara|preparara|redactara|publicara"
        r"|convocara|solicitara|consultara|actualizara|comprara|revisara|informara|comunicara"
        r"|escribira)n?; hay que; habra que; "
        r"habra de (?!ser\b); "
        r"se tiene que; se debe(?:ra)?; tenemos que; "
        r"queda pendiente; quedamos en; falta por"
    ),
    verbs=phrases(r"(?:no )?[a-z]{2,}(?:ar|er|ir)(?:se|lo|la|los|las|le|les|nos)?"),
    not_verbs=phrases(
        r"xavier; javier; oliver; omar; edgar; cesar; esther; pilar; ayer; lugar; mujer; poder; "
        r"ser; par; mar; bar; taller; haber; cualquier; primer; "
        r"tercer; hogar; popular; particular; escolar; similar; familiar; alquiler; caracter; "
        r"lider; newsletter; twitter; placer; deber; ejemplar; militar; nuclear; solar; "
        r"regular; titular; cartel(?:er)?; asegurar que no; server; poster; router; docker"
    ),
    self_told=phrases(r"se (?:encarga|encargara|ocupa|ocupara)"),
    nothing=phrases(r"ningun[oa]?; nada; no hay; sin tareas; n/?a; \.\.\."),
    everyone=phrases(r"tod[oa]s(?: los miembros)?; cada un[oa]; los miembros"),
    roles=phrases(
        r"(?:el |la |los |las )?(?:president[ea]|secretari[oa]|tesorer[oa]|junta(?: directiva)?"
        r"|comite|equipo|coordinador[a]?|vicepresident[ea]|grupo de trabajo|organizacion)"
    ),
    for_whom=phrases(r"para; de"),
    done=phrases(r"hecho; hecha; terminad[oa]; completad[oa]"),
    motion_marks=phrases(r"mocion; propuesta; resolucion(?: n.?)?(?: ?[0-9]{1,4})?; votacion"),
    moved=phrases(r"propuest[oa] por; a propuesta de; presentada por; proponente"),
    moves=phrases(r"propone que se (?:apruebe|vote|acepte)"),
    seconded=phrases(r"secundad[oa] por; apoyad[oa] por; secunda"),
    seconds=phrases(r"secunda"),
    decision_marks=phrases(r"decision(?:es)?; acuerdo; se acuerda; acordado; resultado"),
    decided=phrases(
        r"se (?:aprueban?|acuerdan?|acordo|aprobo|aprobaron|decide|decidio|rechazan?|rechazo"
        r"|desestiman?|aplazan?|pospone|ratifican?|ratifico|nombran?|elige|eligen|adopta|acepta"
        r"|aceptan"
        r"|resuelve); "
        r"(?:por|con) unanimidad; por mayoria; nos quedamos con; quedan? aprobad[oa]s?; "
        r"(?:es|son|fue|fueron|queda|quedan) (?:aprobad|aceptad|rechazad|ratificad|elegid)[oa]s?; "
        r"(?:la |el )?(?:junta|asamblea|comite) (?:directiva )?(?:aprueba|acuerda|decide|rechaza); "
        r"(?:hemos|se ha) (?:decidido|acordado|aprobado); acordamos; decidimos"
    ),
    ruling=phrases(
        r"que; (?:por|con) unanimidad; aprob\w+; aprueb\w+; desestim\w+; aplaz\w+; "
        r"establec\w+; acept\w+; rechaz\w+; nombr\w+; ratific\w+; manten\w+; fij\w+; "
        r"autoriz\w+; pospon\w+; no \w+; deneg\w+; adopt\w+; elegir\w*; la; el; los; las; "
        r"como; conced\w+"
    ),
    reported=phrases(
        r"si se (?:aprueba|acuerda); una vez (?:aprobad|acordad)[oa]; pasad[oa] reunion; "
        r"gobierno; ayuntamiento; tras la aprobacion"
    ),
    outcomes=(
        ("defeated", phrases(r"no se (?:aprueba|acepta); rechaz\w+; desestim\w+")),
        ("tabled", phrases(r"aplaz\w+; pospon\w+|pospuest[oa]")),
        ("withdrawn", phrases(r"retirad[oa]")),
        ("consensus", phrases(r"por consenso")),
        (
            "carried",
            phrases(r"aprueb\w+; aprob\w+; acept\w+; unanimidad; acuerd\w+|acord\w+; ratific\w+"),
        ),
    ),
    unanimous=phrases(r"unanimidad"),
    approvals=phrases(
        r"actas?(?: anterior(?:es)?)?; orden del dia; (?:nuevos |nuevas )?soci[oa]s; ayudas?; "
        r"las siguientes actas; altas?; renovacion"
    ),
    before_due=phrases(
        r"antes del?(?: dia)?; para(?: el| la)?(?: dia)?; hasta(?: el)?; plazo ?:?; "
        r"a mas tardar(?: el)?; el(?: dia)?; en; a finales de; fecha limite ?:?"
    ),
    urged=phrases(r"antes de(?:l)?; a mas tardar"),
    relative={
        "today": phrases(r"hoy"),
        "tomorrow": phrases(r"manana"),
        "next meeting": phrases(r"(?:la )?proxima reunion"),
        "next week": phrases(r"(?:la )?semana que viene|(?:la )?proxima semana"),
        "next month": phrases(r"(?:el )?mes que viene|(?:el )?proximo mes"),
        "this month": phrases(r"(?:a )?final(?:es)? de mes"),
        "soon": phrases(r"cuanto antes|lo antes posible"),
    },
    and_=phrases(r"y; e"),
    not_names=words(
        "abril accion acta acuerdan acuerdo acuerdos ademas agosto al aprobacion asamblea "
        "asimismo asisten asistentes ausentes becas como con cuando cuentas de decision del "
        "dia diciembre domingo donde e el en enero es esta estado estas este estos exponen "
        "febrero fecha finalmente fue habra hay hemos hora jueves julio junio junta la las "
        "lo los lugar lunes martes marzo mayo miercoles mision nada no nos nota noviembre o "
        "octubre orden para pendiente pendientes por posibilidad preguntas presentes "
        "propuesta punto puntos que quien reunida reunidos reunion ruegos sabado se segun "
        "septiembre si siendo sin sobre son su sus tambien tarea tareas toda todas todo "
        "todos tras un una unas unos ventajas viernes y ya"
    ),
    titles=phrases(r"sr\.?; sra\.?; don; dona; dna\.?; d\.; d\.a; dr\.?; dra\.?"),
    that=phrases(r"que"),
    minutes_of=phrases(r"acta(?: de)?(?: la)?(?: reunion)?(?: de la| del| de)?; notas(?: de)?"),
)
