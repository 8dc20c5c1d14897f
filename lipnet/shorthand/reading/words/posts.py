"""What people are, beside their names in lists, in each language."""

from typing import Any

from lipnet.shorthand.reading.words.vocabulary import phrases

# ranks: before a name, and no part of it: "Chair Ana Ruiz", "la mairesse Ana Ruiz"
# unsure: in a label of people of whom nobody says that they were there: "Maybe present:"
# posts: a piece of a list that tells what somebody is: "Settlement Program Manager"
POSTS: dict[str, dict[str, Any]] = {
    "en": {
        "unsure": phrases(r"maybe; possibly; perhaps; expected; unconfirmed; not invited"),
        "ranks": phrases(
            r"(?:vice|deputy|past|acting|co)?[ -]?(?:chair(?:person|man|woman)?|president"
            r"|mayor)s?; "
            r"reverend; rev\.; pastor; father; elder; chief; sergeant; sgt\.?; constable; "
            r"officers?; secretary; treasurer; directors?; members?; trustees?; commissioners?; "
            r"councill?ors?; ald(?:erman|erwoman|ermen|\.); supervisors?; scribe; professor; "
            r"hon\.; judge; regent; senator; representatives?; delegates?; messrs\.?"
        ),
        "posts": phrases(
            r"(?:[\w&'/-]+ ){0,4}(?:auditor|clerk|coordinator|manager|supervisor|officer|worker"
            r"|director|administrator|analyst|planner|librarian|specialist|consultant|liaison"
            r"|representative|councill?or|advisor|adviser|assistant|lead|leader|teacher|principal"
            r"|superintendent|counsell?or|intern|student|resident|volunteer|lawyer|accountant"
            r"|engineer|editor|member|trustee|delegate|facilitator|navigator|ceo|cfo|cao|coo|ed"
            r"|chair|president|treasurer|secretary|inspector|constable|nurse|physician)s?; "
            r"member[ -]at[ -]large; observer; guest; staff; alternate; proxy; ex[ -]officio"
        ),
    },
    "fr": {
        "unsure": phrases(r"peut-etre; attendue?s?; pressentie?s?; a confirmer"),
        "ranks": phrases(
            r"(?:le |la |l')?(?:vice[ -]|co[ -]?)?president(?:e|es|s)?; "
            r"(?:le |la )?tresori(?:er|ere); "
            r"(?:le |la )?secretaire; (?:le |la )?(?:directeur|directrice); "
            r"(?:l')?administrat(?:eur|rice)s?; (?:le |la )?greffi(?:er|ere); "
            r"(?:la |le )?conseill(?:er|ere)s?; (?:la |le )?maire(?:sse)?; me(?= ); (?:l')?abbe"
        ),
        "posts": phrases(
            r"(?:co[ -]?)?(?:charge|chargee|directeur|directrice|coordonnat(?:eur|rice)"
            r"|coordinat(?:eur|rice)|gestionnaire|agente?|conseill(?:er|ere)|intervenante?|animat"
            r"(?:eur|rice)|greffi(?:er|ere)|adjointe?|administrat(?:eur|rice)|representante?"
            r"|responsable|bibliothecaire|analyste|membre|president|presidente|tresori(?:er|ere)"
            r"|secretaire|verificat(?:eur|rice)|benevole|etudiante?|stagiaire|employee?)"
            r"(?: [\w'-]+){0,6}"
        ),
    },
    "es": {
        "unsure": phrases(r"quizas?; posiblemente; previst[oa]s"),
        "ranks": phrases(
            r"(?:el |la )?(?:vice)?president[ea]; (?:el |la )?(?:secretari[oa]|tesorer[oa])"
            r"; (?:el |la )?vocal; (?:el |la )?director[a]?; alcalde(?:sa)?; concejal[a]?"
        ),
        "posts": phrases(
            r"(?:vocal|coordinador[a]?|director[a]?|gerente|president[ea]|secretari[oa]|tesorer[oa]"
            r"|representante|tecnic[oa]|asesor[a]?|soci[oa]|miembro)(?: [\w'-]+){0,5}"
        ),
    },
    "de": {
        "unsure": phrases(r"vielleicht; eventuell; voraussichtlich; angefragt"),
        "ranks": phrases(
            r"(?:der |die )?(?:1\. |2\. )?(?:vorsitzende[r]?|kassier(?:er|erin)?|prasident(?:in)?"
            r"|schriftfuhrer(?:in)?|schatzmeister(?:in)?|geschaftsfuhrer(?:in)?"
            r"|burgermeister(?:in)?|stadtrat|stadtratin|gemeinderat|gemeinderatin)"
        ),
        "posts": phrases(
            r"(?:[\w.-]+ ){0,3}(?:vorsitzende[r]?|vorstand|kassier(?:er|erin)?|beisitzer(?:in)?"
            r"|schriftfuhrer(?:in)?|schatzmeister(?:in)?|\w*leiter(?:in)?|\w*leitung|mitglied"
            r"|geschaftsfuhrer(?:in)?|\w*beauftragte[r]?|\w*vertreter(?:in)?|koordinator(?:in)?"
            r"|kassenpruferin|kassenprufer|gast|protokoll|moderation|\w*wart(?:in)?)"
        ),
    },
    "nl": {
        "unsure": phrases(r"misschien; mogelijk; verwacht"),
        "ranks": phrases(
            r"(?:de )?(?:vice)?-?voorzitter; (?:de )?(?:secretaris|penningmeester|notulist"
            r"|burgemeester|wethouder|bestuurslid|directeur)"
        ),
        "posts": phrases(
            r"(?:[\w'-]+ ){0,3}(?:\w*voorzitter|secretaris|penningmeester|notulist(?:e)?|\w*lid"
            r"|directeur|co(?:o|ö)rdinator|adviseur|accountant|\w*medewerker|beheerder|projectleider"
            r"|wethouder|griffier|kascommissie|vertegenwoordiger)"
        ),
    },
}
