"""English."""

from lipnet.shorthand.reading.words.vocabulary import Words, numbered, phrases, words

ENGLISH = Words(
    tag="en",
    frequent=words(
        "action agenda an and apologies are as at attending be been by carried chair for from "
        "has have is it meeting minutes motion moved not of on present regrets seconded that "
        "the their they this to was we were which will with"
    ),
    months=numbered(
        "january jan, february feb, march mar, april apr, may, june jun, july jul, "
        "august aug, september sept sep, october oct, november nov, december dec",
        first=1,
    ),
    weekdays=numbered(
        "monday mon, tuesday tues tue, wednesday wed, thursday thurs thu, friday fri, "
        "saturday sat, sunday sun",
        first=0,
    ),
    agenda=phrases(r"agenda; order of business; table of contents; items? for discussion"),
    actions=phrases(
        r"action(?:able)?[ -](?:items?|points?|list|log|summary|register|tracker); "
        r"actions?(?! plan); follow[ -]?ups?; next steps; to[ -]?do'?s?; tasks?(?= *$); todos; "
        r"assignments; commitments"
    ),
    earlier=phrases(
        r"previous; prior; past; last (?:meeting|month|time|week); review(?: of)?; status of; "
        r"check[ -]?in on; outstanding; carried over; arising; from the last"
    ),
    decisions=phrases(
        r"decisions?; resolutions?; motions?; resolved(?: that)?; agreements; agreed"
    ),
    aims=phrases(
        r"objectives?; goals?; mission; mandate; roles?; purpose; news; announcements?; "
        r"upcoming(?: events| dates)?; calendar; background; (?:log of )?correspondence"
    ),
    present=phrases(
        r"(?<!\bto\s)present; attend(?:ing|ees?|ance|ed); in attendance; participants?; "
        r"participating; roll[ -]?call; sign[ -]?in(?: sheets?| lists?)?; who's here; "
        r"who is here; members present; attended by; who was there; "
        r"(?:people|members|folks|those|everyone) (?:who (?:is|are|were) |are |were )?here"
        r"(?: tonight| today)?; "
        r"^(?:board |committee |voting |non[ -]?voting )?(?:members|directors)$"
    ),
    regrets=phrases(
        r"regrets?; apolog(?:y|ies); excused; absent with (?:regrets|apologies); "
        r"sends? (?:their )?regrets; regrets (?:were )?received from; away; unable to attend"
    ),
    absent=phrases(r"absent; not in attendance; did not attend; absentees?; not present; absences"),
    guests=phrases(
        r"guests?; observers?; visitors?; others? (?:present|in attendance"
        r"|attending); also (?:present|in attendance|attending|attended); "
        r"invited"
    ),
    staff=phrases(r"staff; recording secretary; resource (?:people|persons?); support staff"),
    represented=phrases(r"represented(?: by proxy)?; prox(?:y|ies)"),
    officers=phrases(
        r"(?:meeting )?chair(?:ed by|person|woman|man)?; co-?chairs?; "
        r"(?:vice|deputy)[ -]?(?:chair|president)(?:person)?; treasurer; president; scribes?; "
        r"note[ -]?takers?; minutes? ?takers?; minutes (?:taken )?by; recorded by; recorder; "
        r"facilitat(?:or|ors|ed by|ing); secretary; cultivator; moderator; presiding; "
        r"taken by; hosts?; timekeeper"
    ),
    others=phrases(
        r"date; time; location; place; where; when; venue; link; quorum; next(?: meeting)?; "
        r"subject; re; from; to; title; note; notes; update; status; goal; topic; item"
    ),
    action_marks=phrases(
        r"action(?:s|[ -]items?|[ -]points?|ed| required| needed)?; to[ -]?do; todo; task; "
        r"follow[ -]?up; next steps?; ai; ap; assigned"
    ),
    owner_labels=phrases(
        r"owners?; lead; leads; who; responsib(?:le|ility)(?: person| party)?; "
        r"assigned(?: to)?; assignees?; person responsible; by whom; resp; champion; "
        r"most responsible person; mrp"
    ),
    due_labels=phrases(r"due(?: date| by)?; deadline; by when; when; target(?: date)?; eta"),
    told=phrases(
        r"to please; to (?!the\b|a\b|an\b|our\b|us\b|all\b|date\b|be\b|him\b|her\b|them\b); "
        r"will (?:please |also |then |now )?(?!be\b|not\b|have\b|need\b|continue to be\b); "
        r"'ll ; shall (?!be\b); (?:is|are) to (?!be\b); (?:is|are) going to; "
        r"(?:is|are) (?:responsible for|in charge of|taking the lead on|looking into|taking on); "
        r"(?:has |have )?volunteered to; (?:has |have )?offered to; undert(?:ook|akes) to; "
        r"(?:has |have )?agreed to; took (?:it )?on (?:the |this )?; promised to; "
        r"(?:has|have) taken on; committed to; (?:must|needs? to) (?!be\b)"
    ),
    asked=phrases(
        r"(?:is|are|was|were) (?:hereby )?(?:asked|tasked|directed|requested|instructed"
        r"|assigned)(?: to| with)?"
    ),
    duties=phrases(r"(?:somebody|someone) (?:must|needs? to|has to|will); volunteer needed"),
    verbs=phrases(
        r"(?:please )?(?:accept|add|advertise|advise|announce|apply|approach|arrange|ask"
        r"|assemble|assess|assign|attend|back-?fill|begin|book|bring|build|buy|calculate|call"
        r"|change|chase|check|circulate|clarify|clean|close|collate|collect|communicate|compare"
        r"|compile|complete|confirm|connect|consult|contact|continue|contribute|convert|convene"
        r"|coordinate|copy|create|decide|define|deliver|design|determine|develop|discuss"
        r"|distribute|document|draft|edit|email|e-mail|ensure|establish|evaluate|explore|fill"
        r"|finali[sz]e|find|finish|fix|follow|forward|gather|get|give|hold|identify|implement"
        r"|include|inform|install|introduce|investigate|invite|join|keep|launch|liaise|link"
        r"|list|look|mail|maintain|make|map|meet|merge|migrate|modify|monitor|move|notify"
        r"|obtain|offer|open|order|organi[sz]e|outline|pay|ping|plan|post|prepare|present|print"
        r"|propose|provide|publish|purchase|pursue|put|raise|re-?send|reach|read|recommend"
        r"|record|recruit|register|remind|remove|renew|reply|report|request|research|reserve"
        r"|reset|respond|return|revise|review|run|schedule|search|seek|send|set|share|sign"
        r"|solicit|speak|start|submit|summari[sz]e|talk|tell|test|think|track|transfer"
        r"|translate|try|update|upload|verify|visit|work|write)"
    ),
    not_verbs=phrases(
        r"follow[ -]?ups?; next; open (?:source|floor|access); present:; link to; "
        r"report(?: from| of|s); review of; update on; call to order; plan for; "
        r"meet(?:ing)?s; notes?; discuss(?:ion|ed); work(?:ing)? group; test(?:ing)"
    ),
    self_told=phrases(r"volunteered; (?:will|to) take (?:this|it|that) on; will do (?:it|this|so)"),
    please=phrases(r"please"),
    pronouns=phrases(r"he; she"),
    nothing=phrases(
        r"no (?:further |new |other )?actions?(?: items?| points?)?(?: (?:is |are |was "
        r"|were )?(?:required|needed|necessary|identified))?; "
        r"no (?:further )?follow[ -]?up; none; n/?a; nil; nothing; no update; "
        r"is any further action required; see (?:above|below); tbd; \.\.\.; "
        r"(?:is |are )?in progress; (?:is |are )?ongoing; pending"
    ),
    everyone=phrases(
        r"all(?: (?:members|council|board|staff|directors|partners|co-?chairs))?; everyone; "
        r"everybody; members; people; folks; those who (?:\S+ ){1,8}?(?=to ); all hands; "
        r"the group; whole group; anyone interested"
    ),
    roles=phrases(
        r"(?:the )?(?:vice[ -]?)?(?:chair|president|treasurer|secretary|coordinator"
        r"|executive director|manager|director|council|committee|board|staff|secretariat"
        r"|executive|working group|subcommittee|sub-committee|task force|wg|cultivator"
        r"|facilitator|notetaker|program manager|project lead|team|chairs"
        r"|co-chairs?)(?: of the (?:board|council|committee))?"
    ),
    for_whom=phrases(r"for"),
    done=phrases(r"done; completed?; closed; finished"),
    motion_marks=phrases(
        r"motion(?: no\.?)?(?: ?#? ?[0-9]{1,4}(?:-[0-9]{1,4})?)?; proposal; "
        r"resolution(?: no\.?)?(?: ?#? ?[0-9]{1,4}(?:-[0-9]{1,4})?)?; move; moved; "
        r"it was moved; be it resolved; proposed"
    ),
    moved=phrases(
        r"motion (?:was )?(?:made |proposed |put forward |moved )?by; "
        r"moved(?: as correct| as read)? by; proposed by; mover; put forward by; "
        r"on (?:a |the )?motion (?:of|by); moved"
    ),
    moves=phrases(
        r"(?:moves|moved) (?:to|that|the|for|a|adoption|approval|acceptance|we); "
        r"(?:made|makes|put forward|puts forward) (?:a|the) motion; motioned (?:to|that); "
        r"proposed that; moved(?=,? (?:and )?[a-z.]+(?: [a-z.]+)? seconded\b)"
    ),
    seconded=phrases(r"seconded by; second by; 2nd(?:ed)? by; seconder; seconded; second"),
    seconds=phrases(r"seconded; seconds; 2nds"),
    both=phrases(r"m/s(?:/c)?; mover/seconder; moved/seconded(?: by)?; m\.? ?/ ?s\.?; msc"),
    decision_marks=phrases(
        r"decisions?(?: made| taken)?; decided; resolved; agreed; consensus; outcome; result; "
        r"resolution; be it (?:further )?resolved(?: that)?; it was resolved(?: that)?; "
        r"agreement; conclusion; ruling"
    ),
    decided=phrases(
        r"(?:it was|we|(?:the )?(?:group|committee|council|board|members|meeting"
        r"|everyone)) (?:have |has |then |all |unanimously )?(?:agreed|decided|resolved"
        r"|consensed|voted|approved|accepted|adopted|endorsed|confirmed); "
        r"agreed (?:to|that|on|upon|by); decided (?:to|that|on|against|not); "
        r"resolved (?:to|that); consensed (?:to|on|that); settled on; "
        r"(?:general )?(?:consensus|agreement) (?:is|was|that|to|on|for|reached); "
        r"(?:there )?(?:is|was) (?:general |clear )?consensus; "
        r"(?:is|are|was|were) (?:hereby )?(?:unanimously )?(?:approved|adopted|accepted|carried"
        r"|passed|ratified|endorsed|authori[sz]ed|defeated|rejected|elected|appointed"
        r"|acclaimed)(?! by the (?:city|province|county|federal|government|ministry)); "
        r"(?:carried|approved|adopted|passed|accepted) (?:unanimously|by consensus"
        r"|without objections?"
        r"|by acclamation|by all|as (?:read"
        r"|presented|amended|circulated)); "
        r"(?<!\bbe\s)(?:approved|adopted|accepted|endorsed|ratified)(?: as \w+| unanimously)?\.?$; "
        r"voted (?:to|for|against|in favou?r); opted (?:to|for); "
        r"decision (?:was |is |made |taken )*(?:to|that); "
        r"no objections?; all (?:in favou?r|agreed); vote on(?: [^\s:]+){1,8} ?:(?= ?[0-9]); "
        r"we will (?:not |now |also )?(?!be\b|have\b|need\b|see\b|discuss\b|try\b|look\b|talk\b"
        r"|check\b|hear\b|know\b|find\b|revisit\b|think\b|want\b); we won't; "
        r"(?:is|are) hereby; "
        r"we'll (?:not |now |also )?(?!be\b|have\b|need\b|see\b|discuss\b|try\b|look\b|talk\b"
        r"|check\b|hear\b|know\b|find\b|revisit\b|think\b|want\b); "
        r"we are going (?:with|to); going (?:ahead )?with; shall remain; "
        r"until (?:someone|somebody) else takes"
    ),
    ruling=phrases(r"that; approv\w*; adopt\w*; accept\w*; reject\w*"),
    reported=phrases(
        r"(?:has|have|had) (?:already |all |previously |also )*(?:been|approved|agreed|decided"
        r"|voted|adopted|accepted); "
        r"last (?:week|month|year|meeting); "
        r"if (?:\S+ ){1,5}?(?:is|was|were|are) (?:approved|adopted|passed|agreed); "
        r"once (?:approved|adopted); "
        r"(?:reported|shared|said|noted|mentioned|announced|explained|added|heard|indicated) that; "
        r"not (?:yet )?(?:agreed|decided); "
        r"not sure; we will see; "
        r"(?:city|town|county|provincial|federal|municipal)(?: city)? (?:council|government"
        r"|board|cabinet)"
    ),
    outcomes=(
        (
            "defeated",
            phrases(
                r"(?:not|was not|were not) (?:carried|approved|adopted|passed|accepted); defeated; "
                r"(?:motion |proposal )?(?:fails|failed|lost); rejected"
            ),
        ),
        ("withdrawn", phrases(r"withdrawn")),
        ("tabled", phrases(r"tabled")),
        ("tabled", phrases(r"postponed; deferred")),
        ("consensus", phrases(r"by (?:general )?consensus; no objections?")),
        (
            "carried",
            phrases(
                r"carries|carried; passed|passes; unanimous(?:ly)?; all in favou?r; "
                r"(?:is|are|was|were|motion) (?:approved|adopted|accepted|resolved|ratified"
                r"|endorsed); "
                r"approved|adopted|accepted"
            ),
        ),
    ),
    unanimous=phrases(r"unanimous(?:ly)?; all in favou?r; no objections?"),
    approvals=phrases(
        r"(?:previous |last )?(?:minutes|agenda)(?: of| from)?; membership applications"
    ),
    before_due=phrases(
        r"by(?: the)?(?: end of)?; due(?: date)?(?: on| by)?:?; before; until; till; "
        r"no later than; deadline(?: is)?:?; not later than; on or before; eta; for; on; "
        r"in time for; @; prior to"
    ),
    urged=phrases(r"by; before; due; no later than"),
    relative={
        "today": phrases(r"today; tonight; eod; (?:the )?end of (?:the )?day"),
        "tomorrow": phrases(r"tomorrow"),
        "next meeting": phrases(
            r"(?:the )?next meeting; (?:the )?next (?:agm|council|board)(?: meeting)?"
        ),
        "next week": phrases(r"next week"),
        "this week": phrases(r"(?:the )?end of (?:the |this )?week"),
        "next week end": phrases(r"(?:the )?end of (?:next week)"),
        "weekend": phrases(r"(?:the )?weekend"),
        "this month": phrases(r"(?:the )?end of (?:the |this )?month; month[- ]end"),
        "this year": phrases(r"(?:the )?end of (?:the |this )?year; year[- ]end"),
        "next month": phrases(r"next month"),
        "soon": phrases(r"asap|as soon as possible|immediately"),
    },
    and_=phrases(r"and"),
    not_names=words(
        "a about absent access action actions after agenda agreed all also an and another "
        "answer any apologies apology april are as at august be been before but by call "
        "calls can carried check comment comments committee's complete completed continue "
        "could currently date december decision decisions defeated did discuss discussed "
        "discussion do does done due during each eight every everyone's february finance "
        "financial first five follow for four friday from general goal going good great had "
        "has have he her here his how i idea ideas if in into is issue issues it item items "
        "its january july june just let let's likely link location look looking looks march "
        "may maybe meeting minutes monday more most motion motions moved must my need needs "
        "new next nine no none not note notes november october of old on once one ongoing "
        "only option options or order other our passed pending perhaps please possible "
        "present problem question questions quorum regrets report reports resolution "
        "resolved review saturday second seconded see seems september seven shall she should "
        "since six so some status still summary sunday tabled ten thank thanks that the "
        "their then there these they third this those three thursday time to tuesday two "
        "update updates vote votes want was we wednesday welcome were what when where who "
        "why will with without would yes you your"
    ),
    titles=phrases(
        r"mr\.?; mrs\.?; ms\.?; mx\.?; dr\.?; prof\.?; councill?or; coun\.; cllr\.?; mayor; "
        r"deputy mayor; "
        r"commissioner; trustee; director; member"
    ),
    that=phrases(r"that; be it (?:further )?resolved; to; resolved; and (?:be it )?resolved"),
    minutes_of=phrases(
        r"(?:draft |approved )?(?:meeting )?minutes(?: of| for| from)?(?: the)?(?: meeting of)?; "
        r"draft; minutes; notes(?: of| from)?; report(?: of)?; resolutions? of"
    ),
)
