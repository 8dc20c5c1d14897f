"""How lists of people are written, in each language: heads of columns, ways of being there."""

from typing import Any

from lipnet.shorthand.reading.words.vocabulary import phrases

# manners: "In person:", "Online:", "Who:" before names, at the head or in a list of who was there
# opened: before the name of who opened or led the meeting, or took its minutes
# organisations: a word of a piece of a list that is a body's name, not a person's
# name_heads, first_heads, last_heads: of a column of names, of first and of family names
# mark_heads: of a column of marks ("P/R/A")
# speaking_for: after a name: whom this person represents
ROLLS: dict[str, dict[str, Any]] = {
    "en": {
        "manners": phrases(
            r"who; people; with; in person; in the room; on site; online; "
            r"virtual(?:ly)?; remote(?:ly)?; hybrid; "
            r"(?:via|by|on|through) (?:zoom|teams|phone|video|telephone|skype|meet|irc|slack"
            r"|discord|jitsi|conference call|the call|the phone); "
            r"(?:members? |others )(?:online|remote(?:ly)?|virtual(?:ly)?); "
            r"(?:online|remote|virtual) (?:members|participants|attendees)"
        ),
        "opened": phrases(
            r"called to order (?:at [0-9][^a-z]{0,8}(?:[ap]\.?m\.? )?)?by; chaired by; "
            r"presided by; "
            r"minutes (?:were )?taken by; opened by"
        ),
        "organisations": phrases(
            r"library; city; town; county; region; school; board; cent(?:re|er); college; "
            r"university; society; association; services?; council; ministry; department; church; "
            r"foundation; hospital; agency; network; institute; company; inc; ltd; group; "
            r"partnership; committee; office; clinic; union; chamber; academy; trust; coalition; "
            r"alliance; federation; club; museum; police; health; settlement; newcomers?; "
            r"immigration; programs?; canada; ontario"
        ),
        "name_heads": phrases(
            r"(?:full )?names?; members?; attendees?; participants?; representatives?; persons?; "
            r"who"
        ),
        "first_heads": phrases(r"first(?: name)?; given(?: name)?"),
        "last_heads": phrases(r"last(?: name)?; surname; family(?: name)?"),
        "mark_heads": phrases(
            r"[pa] ?/ ?[ra](?: ?/ ?[are])?; status; attended(?: \(?y/n\)?)?; here; signature; "
            r"initials"
        ),
        "speaking_for": phrases(r"representing; on behalf of"),
    },
    "fr": {
        "manners": phrases(
            r"personnes; qui; avec; "
            r"en (?:personne|ligne|presentiel|presence|visio(?:conference)?|virtuel); a distance; "
            r"par (?:zoom|teams|telephone|visioconference); virtuellement"
        ),
        "opened": phrases(
            r"sous la presidence de; (?:seance|reunion|rencontre) (?:est )?(?:ouverte|presidee"
            r"|animee) par; presidee par; animee par"
        ),
        "organisations": phrases(
            r"bibliotheque; ville; municipalite; conseil; centre; college; universite; societe; "
            r"association; services?; ministere; commission; eglise; fondation; hopital; "
            r"organisme; reseau; cegep; ecole; table; carrefour; maison; commune; mairie"
        ),
        "name_heads": phrases(
            r"noms?(?: et prenoms?)?; prenoms? et noms?; membres?; participante?s?; personnes?; "
            r"qui; "
            r"representante?s?"
        ),
        "first_heads": phrases(r"prenoms?"),
        "last_heads": phrases(r"nom(?: de famille)?"),
        "mark_heads": phrases(r"p ?/ ?[ae](?: ?/ ?[ae])?; statut; signature; emargement"),
        "speaking_for": phrases(
            r"represent(?:ant|e)(?: de)?; au nom de; pour le compte de"
        ),
    },
    "es": {
        "manners": phrases(
            r"quienes; personas; con; presencial(?:mente)?; en linea; en persona; "
            r"por (?:zoom|telefono|videoconferencia)"
            r"; telematic(?:a|o|amente); virtual"
        ),
        "opened": phrases(r"bajo la presidencia de; preside la (?:sesion|reunion); presidida por"),
        "organisations": phrases(
            r"biblioteca; ayuntamiento; consejo; centro; colegio; universidad; sociedad; "
            r"asociacion; servicios?; ministerio; iglesia; fundacion; hospital; escuela; red"
        ),
        "name_heads": phrases(r"nombres?(?: y apellidos?)?; miembros?; participantes?; personas?"),
        "first_heads": phrases(r"nombre"),
        "last_heads": phrases(r"apellidos?"),
        "mark_heads": phrases(r"asiste; estado; firma"),
        "speaking_for": phrases(r"en representacion de; en nombre de"),
    },
    "de": {
        "manners": phrases(
            r"wer; personen; mit; vor ort; online; digital; virtuell; per (?:zoom|telefon|video)"
        ),
        "opened": phrases(
            r"unter (?:der )?(?:leitung|vorsitz) von; geleitet von; eroffnet (?:durch|von)"
        ),
        "organisations": phrases(
            r"bibliothek; stadt; gemeinde; rat; zentrum; universitat; verein; verband; "
            r"ministerium; amt; kirche; stiftung; krankenhaus; schule; gmbh; e\.? ?v"
        ),
        "name_heads": phrases(r"namen?; mitglied(?:er)?; teilnehmer(?:in)?; personen?; wer"),
        "first_heads": phrases(r"vorname"),
        "last_heads": phrases(r"(?:nach|familien)?name"),
        "mark_heads": phrases(r"status; unterschrift; teilnahme"),
        "speaking_for": phrases(r"in vertretung (?:von|fur); vertritt; im namen von"),
    },
    "nl": {
        "manners": phrases(
            r"wie; personen; met; fysiek; online; digitaal; op afstand; "
            r"(?:via|per) (?:zoom|teams|telefoon)"
        ),
        "opened": phrases(r"onder (?:leiding|voorzitterschap) van; geopend door; voorgezeten door"),
        "organisations": phrases(
            r"bibliotheek; stad; gemeente; raad; centrum; universiteit; vereniging; stichting; "
            r"ministerie; kerk; ziekenhuis; school; bond"
        ),
        "name_heads": phrases(r"na(?:am|men); leden; lid; deelnemers?; personen; wie"),
        "first_heads": phrases(r"voornaam"),
        "last_heads": phrases(r"achternaam"),
        "mark_heads": phrases(r"status; handtekening; paraaf"),
        "speaking_for": phrases(r"namens; in naam van; vertegenwoordigt"),
    },
}  # fmt: skip
