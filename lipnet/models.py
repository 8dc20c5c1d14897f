"""Every table of the house, in the order of its floors."""

from lipnet.core.events import Event
from lipnet.core.files import StoredFile
from lipnet.core.jobs import Lease
from lipnet.core.links import OneTimeLink
from lipnet.core.mail import Delivery
from lipnet.core.partnership import Partnership
from lipnet.core.rates import Attempts
from lipnet.core.thread import Because
from lipnet.engagement.models import (
    CommunityLanguage,
    Engagement,
    EngagementFile,
    Heard,
    Partner,
    PopulationGroup,
    Reached,
)
from lipnet.evidence.models import Finding, FindingTheme, Theme
from lipnet.groups.agreements.models import (
    AgreedAmount,
    Agreement,
    AgreementHolder,
    Amendment,
    BudgetLine,
    DueRule,
    Obligation,
    ObligationProof,
)
from lipnet.groups.alternates.models import Alternate, AlternateRequest, ResourceSeat
from lipnet.groups.hats.models import SitsFor
from lipnet.groups.models import (
    Appointment,
    Body,
    HolderChoice,
    Seat,
    TermsOfReference,
)
from lipnet.groups.naming.models import KindName
from lipnet.groups.terms.between import BetweenMeetings
from lipnet.groups.terms.models import FurtherClauses, TermException
from lipnet.meetings.agendas.conflicts import DeclaredConflict
from lipnet.meetings.agendas.consent import ConsentAdoption, PulledItem
from lipnet.meetings.agendas.models import (
    CameBack,
    PlannedLength,
    StandingItem,
    StillOpen,
    UsualItem,
)
from lipnet.meetings.agendas.papers import Paper
from lipnet.meetings.agendas.proposals import ProposedItem
from lipnet.meetings.bringing.models import BroughtMinutes
from lipnet.meetings.citing.models import Citation
from lipnet.meetings.evotes.models import EVote, EVotePaper, EVoter
from lipnet.meetings.following.models import ActionItem, ActionNote, ActionReminder, ReminderChoice
from lipnet.meetings.inviting.models import AgendaSending, CalendarFeed, MeetingReply
from lipnet.meetings.minuting.models import (
    ConfidentialItem,
    MinutesComment,
    MinutesPublication,
    MinutesRevision,
    PublicMinutes,
)
from lipnet.meetings.models import (
    AgendaItem,
    AppointmentRatification,
    Attendance,
    Decision,
    Meeting,
    Minutes,
    MinutesAdoption,
    MinutesCirculation,
    MinutesCorrection,
    Motion,
    TermsAdoption,
)
from lipnet.meetings.recording.models import TypedLines
from lipnet.meetings.room.models import Movement
from lipnet.meetings.second_call import SecondCall
from lipnet.meetings.series.models import MeetingSeries, SeriesMeeting
from lipnet.nominations.attachments import NominationFile
from lipnet.nominations.ballots.contests import Contest, ContestCandidate, ContestSeat
from lipnet.nominations.ballots.lost import LostVotes
from lipnet.nominations.ballots.lots import DrawnLot, LotDrawer
from lipnet.nominations.ballots.models import (
    Ballot,
    BallotCandidate,
    BallotCount,
    BallotWithReceipts,
    CastBallot,
    CastReceipt,
    CountedBallot,
    CountedMark,
    CountedReceipt,
    PaperBallot,
    RollEntry,
    Scrutineer,
    VotingMark,
)
from lipnet.nominations.ballots.places import ReservedMember, ReservedPlace
from lipnet.nominations.documents import CallDocument
from lipnet.nominations.drafts import NominationDraft
from lipnet.nominations.eligibility import EligibilityFinding
from lipnet.nominations.endorsing import Endorsement
from lipnet.nominations.further import FurtherRules
from lipnet.nominations.models import (
    AcclaimedSeat,
    Acclamation,
    Call,
    CallRules,
    CallSeat,
    Nomination,
)
from lipnet.nominations.proposals import Proposal
from lipnet.nominations.reviewing import (
    Reading,
    Recommendation,
    RecommendedSeat,
    Recusal,
    Reviewer,
)
from lipnet.nominations.seconds import Second
from lipnet.people.corrections.models import AddressChange, OrganisationWish
from lipnet.people.models import ApiToken, DirectoryEntry, Organisation, Person, RoleGrant, SignIn
from lipnet.plans.acting.asking import ProgressAsk, ProgressPeriod
from lipnet.plans.acting.models import ActionParticulars, ActionPartner, PlanColumns
from lipnet.plans.acting.money import ActionMoney
from lipnet.plans.acting.notes import ActionComment, ActionFile, NoteParticulars
from lipnet.plans.adopting.models import (
    ActionAmendment,
    AmendmentRule,
    PlanBaseline,
    PlanProposal,
    PlanRatification,
)
from lipnet.plans.compiling.models import (
    BeforeReshaping,
    ChosenSource,
    PlanChoice,
    PutBack,
    ReshapedAction,
)
from lipnet.plans.importing.models import PlanSheet, SheetAction, SheetHeadings
from lipnet.plans.indicators.asking import ReadingAsk
from lipnet.plans.indicators.models import (
    GroupReading,
    Indicator,
    IndicatorGroup,
    IndicatorReading,
    ReportingPeriod,
    ReportingRhythm,
    YearTarget,
)
from lipnet.plans.models import (
    ActionPlan,
    Pillar,
    PlanAction,
    PlanAdoption,
    Priority,
    ProgressNote,
    Strategy,
)
from lipnet.plans.strategies.models import (
    ActionObjective,
    ActionTag,
    LevelName,
    LevelReason,
    Objective,
    Outcome,
    PriorityTag,
    StrategyPreface,
    Tag,
)
from lipnet.reports.composing.models import (
    ApprovedFact,
    PartPlayed,
    PlainSummary,
    ReportChapter,
)
from lipnet.reports.dashboard.models import FramingSite, ShownPlan
from lipnet.reports.evidence_pack.models import EvidencePack
from lipnet.reports.funders.models import FunderAnswer, FunderQuestion, FunderTemplate
from lipnet.reports.keeping_in_touch.models import (
    DueLetter,
    KeptAddress,
    WaitingAddress,
    YearlyLetter,
)
from lipnet.reports.models import AnnualReport, Erratum, ReportLine, ReportPublication
from lipnet.reports.telling.models import PlainTelling
from lipnet.surveys.bank.models import BankQuestion
from lipnet.surveys.counting.models import Release, ReleasedTable, ResultsLimit, TallyBlock
from lipnet.surveys.exporting.models import Export
from lipnet.surveys.invited.models import ByInvitation, Invitee, SpentInvitation
from lipnet.surveys.later.models import SavedAnswers
from lipnet.surveys.looking.models import CensusProfile, KeptFilter
from lipnet.surveys.media.models import SurveyMedia
from lipnet.surveys.models import (
    IdentityReason,
    Response,
    Survey,
    SurveyVersion,
    SurveyWave,
    VersionStep,
    WaitingResponse,
    Withdrawn,
)
from lipnet.surveys.open_answers.models import (
    AgreedCoding,
    AnswerTranslation,
    Code,
    Codebook,
    CodedTable,
    Coding,
    CodingDone,
    CodingStep,
    Quotation,
    ToldOfQuoted,
)
from lipnet.surveys.retention.models import Erasure, RetentionRule
from lipnet.surveys.sent_files.models import AnswerFile
from lipnet.surveys.workshop.models import (
    GlossaryTerm,
    KeptMessages,
    LanguageOffer,
    TranslationDoor,
    TranslationSignature,
    Translator,
)

CORE = (Partnership, Event, Delivery, Because, OneTimeLink, Attempts, StoredFile, Lease)
PEOPLE = (
    Organisation, Person, RoleGrant, SignIn, ApiToken, DirectoryEntry, AddressChange,
    OrganisationWish,
)  # fmt: skip
GROUPS = (
    Body, Seat, Appointment, TermsOfReference, HolderChoice, Alternate, AlternateRequest,
    ResourceSeat, FurtherClauses, KindName, TermException, BetweenMeetings, SitsFor,
)  # fmt: skip
AGREEMENTS = (
    Agreement, AgreementHolder, Amendment, AgreedAmount, BudgetLine, DueRule, Obligation,
    ObligationProof,
)  # fmt: skip
SURVEYS = (
    Survey, SurveyVersion, WaitingResponse, Response, Withdrawn, TallyBlock, SavedAnswers,
    BankQuestion, VersionStep, SurveyWave, IdentityReason, SurveyMedia, AnswerFile, ResultsLimit,
    Release, ReleasedTable, Export, RetentionRule, Erasure,
)  # fmt: skip
LOOKING = (KeptFilter, CensusProfile)
INVITED = (ByInvitation, Invitee, SpentInvitation)
WORKSHOP = (
    GlossaryTerm, TranslationDoor, Translator, TranslationSignature, LanguageOffer, KeptMessages,
)  # fmt: skip
OPEN_ANSWERS = (
    Codebook, Code, CodedTable, Coding, CodingStep, CodingDone, AgreedCoding, AnswerTranslation,
    ToldOfQuoted, Quotation,
)  # fmt: skip
NOMINATIONS = (
    Call, CallRules, CallSeat, Nomination, Second, Reviewer, Recusal, Reading, Recommendation,
    RecommendedSeat, Acclamation, AcclaimedSeat, NominationDraft, NominationFile, Endorsement,
    FurtherRules, CallDocument, Proposal, EligibilityFinding,
)  # fmt: skip
BALLOTS = (
    Ballot, ReservedPlace, ReservedMember, BallotCandidate, Scrutineer, RollEntry, VotingMark,
    CastBallot, CastReceipt, PaperBallot, BallotCount, CountedBallot, CountedMark, CountedReceipt,
    BallotWithReceipts, LotDrawer, DrawnLot, LostVotes, Contest, ContestSeat, ContestCandidate,
)  # fmt: skip
EVIDENCE = (Finding, Theme, FindingTheme)
AGENDAS = (
    UsualItem, StandingItem, CameBack, StillOpen, ProposedItem, Paper, PulledItem, ConsentAdoption,
    DeclaredConflict, PlannedLength,
)  # fmt: skip
MINUTING = (
    MinutesRevision, MinutesComment, ConfidentialItem, PublicMinutes, MinutesPublication,
)  # fmt: skip
MEETINGS = (
    Meeting, AgendaItem, Attendance, Motion, Decision, ActionItem, Minutes, MinutesCirculation,
    MinutesAdoption, MinutesCorrection, TermsAdoption, AppointmentRatification, SecondCall,
    TypedLines, MeetingSeries, SeriesMeeting, MeetingReply, CalendarFeed, AgendaSending,
    BroughtMinutes, ReminderChoice, ActionReminder, ActionNote, EVote, EVoter, EVotePaper, Movement,
    Citation,
    *AGENDAS, *MINUTING,
)  # fmt: skip
PLANS = (Strategy, Pillar, Priority, ActionPlan, PlanAdoption, PlanAction, ProgressNote)
ADOPTING = (PlanProposal, PlanRatification, PlanBaseline, AmendmentRule, ActionAmendment)
ACTING = (
    PlanColumns, ActionParticulars, ActionPartner, ProgressPeriod, ProgressAsk, NoteParticulars,
    ActionMoney, ActionFile, ActionComment,
)  # fmt: skip
COMPILING = (PlanChoice, ChosenSource, PutBack, ReshapedAction, BeforeReshaping)
SHEETS = (SheetHeadings, PlanSheet, SheetAction)
ENGAGEMENT = (
    Engagement, Reached, Partner, Heard, EngagementFile, PopulationGroup, CommunityLanguage,
)  # fmt: skip
STRATEGIES = (
    LevelName, StrategyPreface, LevelReason, Objective, ActionObjective, Outcome, Tag,
    PriorityTag, ActionTag, Indicator, YearTarget, IndicatorGroup, ReportingRhythm,
    ReportingPeriod, IndicatorReading, GroupReading, ReadingAsk,
)  # fmt: skip
REPORTS = (AnnualReport, ReportLine, ReportPublication, Erratum, ShownPlan, FramingSite)
COMPOSING = (ReportChapter, ApprovedFact, PartPlayed, PlainSummary)
FUNDERS = (FunderTemplate, FunderQuestion, FunderAnswer, EvidencePack)
TELLING = (PlainTelling, WaitingAddress, KeptAddress, YearlyLetter, DueLetter)

EVERY_TABLE = (
    *CORE, *PEOPLE, *GROUPS, *AGREEMENTS, *SURVEYS, *LOOKING, *INVITED, *WORKSHOP,
    *OPEN_ANSWERS, *NOMINATIONS, *BALLOTS, *EVIDENCE, *MEETINGS, *PLANS, *STRATEGIES, *ADOPTING,
    *ACTING, *COMPILING, *SHEETS, *ENGAGEMENT,
    *REPORTS, *COMPOSING, *FUNDERS, *TELLING,
)  # fmt: skip
