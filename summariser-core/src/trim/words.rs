//! The closed classes of English, and the few open lists that stand in for a tagger. A word is looked up once and from
//! then on carries the set of its classes, so that the rules can ask as often as they like.

use crate::word_table::WordTable;

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u64);

impl Class {
    pub(super) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// Whether the sets share a class.
    pub(super) const fn meets(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }
}

/// The classes of a word in lower case.
pub(super) fn class_of(word: &str) -> Class {
    Class(WORDS.get(word))
}

/// Whether a word in lower case is of a class.
pub(super) fn holds(class: Class, word: &str) -> bool {
    class_of(word).meets(class)
}

/// Every word with the set of its classes.
static WORDS: WordTable<4096> = WordTable::of(&lists());

const fn lists() -> [(u64, &'static str); LISTS.len()] {
    let mut lists = [(0, ""); LISTS.len()];
    let mut at = 0;
    while at < LISTS.len() {
        lists[at] = (LISTS[at].0.0, LISTS[at].1);
        at += 1;
    }
    lists
}

/// Words that open a noun phrase.
pub(super) const DETERMINERS: Class = Class(1 << 0);
/// Possessive determiners.
pub(super) const POSSESSIVES: Class = Class(1 << 1);
/// Prepositions, `to` and `of` included.
pub(super) const PREPOSITIONS: Class = Class(1 << 2);
/// Prepositions whose phrase may go from the end of a line.
pub(super) const CUTTABLE: Class = Class(1 << 3);
/// Coordinating conjunctions.
pub(super) const COORDINATORS: Class = Class(1 << 4);
/// Words that open a clause inside another one.
pub(super) const SUBORDINATORS: Class = Class(1 << 5);
/// Subordinators whose clause may go from the end of a line; never a condition.
pub(super) const CLAUSE_TAILS: Class = Class(1 << 6);
/// Relative pronouns.
pub(super) const RELATIVES: Class = Class(1 << 7);
/// Pronouns that stand as a subject.
pub(super) const SUBJECT_PRONOUNS: Class = Class(1 << 8);
/// Words that point back to another sentence when they open one.
pub(super) const OPENING_PRONOUNS: Class = Class(1 << 9);
/// First and second person: the voice of a speaker, seldom of a headline.
pub(super) const FIRST_PERSON: Class = Class(1 << 10);
/// Modal verbs.
pub(super) const MODALS: Class = Class(1 << 11);
/// Finite forms of `be`.
pub(super) const BE_FORMS: Class = Class(1 << 12);
/// Finite forms of `have` and `do`.
pub(super) const HAVE_FORMS: Class = Class(1 << 13);
/// What may stand before a participle.
pub(super) const PASSIVE_HELPERS: Class = Class(1 << 14);
/// Words that deny; they are never deleted.
pub(super) const NEGATIONS: Class = Class(1 << 15);
/// Irregular past tenses that are no participle.
pub(super) const PASTS: Class = Class(1 << 16);
/// Irregular past tenses that are participles too.
pub(super) const PASTS_OR_PARTICIPLES: Class = Class(1 << 17);
/// Irregular participles that are no past tense.
pub(super) const PARTICIPLES: Class = Class(1 << 18);
/// Words in -ed that are no verb.
pub(super) const NOT_PASTS: Class = Class(1 << 19);
/// Participles that mostly hang on the noun before them.
pub(super) const REDUCED: Class = Class(1 << 20);
/// Stems of verbs that news uses in the present tense.
pub(super) const PRESENTS: Class = Class(1 << 21);
/// Verbs of saying in the past or present.
pub(super) const SAYINGS: Class = Class(1 << 22);
/// Verbs of saying that take no side.
pub(super) const NEUTRAL_SAYINGS: Class = Class(1 << 23);
/// Institutions whose word may stand without its attribution.
pub(super) const SOURCES: Class = Class(1 << 24);
/// Words that show a claim is somebody's opinion.
pub(super) const HEDGES: Class = Class(1 << 25);
/// Words that tie a sentence to the one before it.
pub(super) const CONNECTIVES: Class = Class(1 << 26);
/// Connectives that may go without harm before a comma.
pub(super) const DROPPED_CONNECTIVES: Class = Class(1 << 27);
/// Nouns whose infinitive belongs to them: `in a bid to save`.
pub(super) const ERRANDS: Class = Class(1 << 28);
/// News agencies and desks that sign a dateline.
pub(super) const AGENCIES: Class = Class(1 << 29);
/// What opens a credit in brackets at the end.
pub(super) const CREDITS: Class = Class(1 << 30);
/// Gerunds that take a clause with a verb of its own.
pub(super) const SAYING_GERUNDS: Class = Class(1 << 31);
/// Nouns that a clause with `when` tells apart.
pub(super) const OCCASIONS: Class = Class(1 << 32);
/// Days of the week.
pub(super) const WEEKDAYS: Class = Class(1 << 33);
/// Months, also shortened.
pub(super) const MONTHS: Class = Class(1 << 34);
/// Parts of a day.
pub(super) const DAY_PARTS: Class = Class(1 << 35);
/// What `this`, `last` and `next` make a time of.
pub(super) const PERIODS: Class = Class(1 << 36);
/// Days named from today.
pub(super) const DEICTIC_DAYS: Class = Class(1 << 37);
/// Words that need the time after them.
pub(super) const TIME_BLOCKERS: Class = Class(1 << 38);
/// Numbers in letters.
pub(super) const NUMBERS: Class = Class(1 << 39);
/// Frequent adverbs not in -ly.
pub(super) const ADVERBS: Class = Class(1 << 40);
/// Words, beyond the classes above, on which no line ends.
pub(super) const DANGLERS: Class = Class(1 << 41);
/// Nouns that ask for the phrase after them.
pub(super) const NEEDS_MORE: Class = Class(1 << 42);
/// Verbs whose object asks for a phrase with a preposition.
pub(super) const TRANSFERS: Class = Class(1 << 43);
/// What may stand between a length of time and its clause.
pub(super) const QUANTITIES: Class = Class(1 << 44);
/// Words in -ing that are no verb form.
pub(super) const NOT_GERUNDS: Class = Class(1 << 45);
/// Abbreviations that keep their point.
pub(super) const ABBREVIATIONS: Class = Class(1 << 46);
/// Verbs that speak to the reader when they open a sentence.
pub(super) const COMMANDS: Class = Class(1 << 47);
/// Participles of a passive that says all without a phrase behind it.
pub(super) const COMPLETED: Class = Class(1 << 48);
/// Verbs and adjectives whose infinitive is no purpose: `told them to stop`.
pub(super) const CONTROLS: Class = Class(1 << 49);
/// Who and what sign a picture.
pub(super) const PICTURES: Class = Class(1 << 50);
/// Verbs of saying that take their hearer first.
pub(super) const TELLINGS: Class = Class(1 << 51);
/// Verbs whose object need not be there.
pub(super) const SEEKINGS: Class = Class(1 << 52);
/// Who speaks for one side.
pub(super) const PARTIES: Class = Class(1 << 54);
/// What may not have come about.
pub(super) const PLANNED: Class = Class(1 << 55);
/// Verbs that take a clause without a word that opens it: *hopes the bridge opens*.
pub(super) const THINKINGS: Class = Class(1 << 53);
/// What no line ends on in a language that is not known.
pub(super) const CLOSED: Class =
    DANGLERS.or(PREPOSITIONS).or(DETERMINERS).or(COORDINATORS).or(SUBORDINATORS).or(RELATIVES).or(MODALS).or(BE_FORMS);
/// The third person, as subject, object or possessive.
pub(super) const PERSONAL: [&str; 10] = ["he", "she", "it", "they", "his", "her", "its", "their", "him", "them"];
/// The words of each class.
#[rustfmt::skip]
const LISTS: &[(Class, &str)] = &[
    (DETERMINERS, "a all an another any both each either every few half her his its many most my neither no our several some such \
        that the their these this those what whose your"),
    (POSSESSIVES, "her his its my our their whose your"),
    (PREPOSITIONS, "about above across after against along alongside amid among amongst around as at before behind below beneath \
        beside besides between beyond by concerning despite down during except following for from in inside into like \
        near of off on onto out outside over past per regarding since through throughout till to toward towards under \
        underneath unlike until up upon versus via vs with within without"),
    (CUTTABLE, "across after alongside amid among around at before by despite during following for from in inside near on \
        outside over throughout under with within"),
    (COORDINATORS, "& and but nor or plus so yet"),
    (SUBORDINATORS, "after although as because before how if lest once since that though till unless until when whenever whereas \
        whether while whilst why"),
    (CLAUSE_TAILS, "after although as because before though when whereas while"),
    (RELATIVES, "whatever where which whichever who whoever whom whose"),
    (SUBJECT_PRONOUNS, "anyone everybody everyone he he'd he'll he's i i'd i'll i'm i've it it'll it's nobody she she'd she'll she's \
        someone there there's they they'd they'll they're they've we we'd we'll we're we've who you you'd you'll \
        you're you've"),
    (OPENING_PRONOUNS, "both he he'd he's her hers herself him himself his it it'll it's its itself one others she she'd she's such \
        that that's their theirs them themselves these they they'd they'll they're this those"),
    (FIRST_PERSON, "i i'd i'll i'm i've let let's me my our ours us we we'd we'll we're we've you you'll you're you've your yours"),
    (MODALS, "can can't cannot could couldn't he'll i'll it'll may might must mustn't shall she'll should shouldn't they'll \
        we'll will won't would wouldn't you'll"),
    (BE_FORMS, "am are aren't he's i'm is isn't it's she's that's there's they're was wasn't we're were weren't you're"),
    (HAVE_FORMS, "did didn't do does doesn't don't had hadn't has hasn't have haven't i've they've we've you've"),
    (PASSIVE_HELPERS, "am are aren't be been being get gets getting got had hadn't has hasn't have haven't having he's i'm i've is \
        isn't it's she's they're they've was wasn't we're we've were weren't you're you've"),
    (NEGATIONS, "barely cannot hardly neither never no nobody none nor not nothing nowhere rarely scarcely seldom without"),
    (PASTS, "arose ate awoke became began bit blew broke came chose did drank drew drove fell flew forgot froze gave grew \
        hid knew mistook overcame overtook partook ran rang rode rose sang sank saw shook showed spoke sprang stole \
        strode swam swore threw took tore undertook underwent was went were withdrew woke wore wrote"),
    (PASTS_OR_PARTICIPLES, "beat bent bled bought bound bred broadcast brought built burnt burst cast caught clung cost cut dealt dug fed \
        felt fled forecast fought found got had heard held hit hung hurt kept laid leapt learnt led left lent let lit \
        lost made meant met misled paid put quit read rebuilt said sent set shed shot shrank shut slammed slept slid \
        sold sought spent split spread spun stood struck strung stuck stung sued swept swung taught thought told understood \
        upheld won wound"),
    (PARTICIPLES, "beaten become been begun bitten blown born borne broken chosen done drawn driven drunk eaten fallen flown \
        forbidden forgotten frozen given gone grown hidden known mistaken overcome proven ridden risen run rung seen \
        shaken shown spoken stolen sung sunk sworn taken thrown torn undergone withdrawn woken worn written"),
    (NOT_PASTS, "ahmed alleged bed breed creed deed embed exceed feed freed greed heed hundred indeed infrared kindred mohamed \
        mohammed naked need proceed red sacred seed shed sled so-called speed steed succeed ted unarmed unconfirmed undecided unexpected \
        unfinished unidentified uninvited united unlicensed unlimited unmanned unmarried unnamed unprecedented unqualified unrelated \
        unsolved unwanted wed weed wicked wretched"),
    (REDUCED, "accused aged aimed armed associated based born called charged concerned connected convicted dated dedicated \
        designed dressed dubbed entitled equipped featured headed intended involved known labelled linked listed \
        located made named nicknamed owned related required situated suspected titled used wanted written"),
    (PRESENTS, "abandon absorb accept accuse achieve acquire adapt add address admire admit adopt advance advise \
        affect agree aim alert allege allow alter amount anchor announce anticipate apologize appeal appear apply \
        appoint approach approve argue arrange arrive ask assemble assist assume attack attempt attend attract avoid \
        await award back ban bear beat become beg begin believe belong bend bet bid bind bite blame block blow boast \
        boost borrow bother bounce breach break breathe bring build burn bury buy calculate call cancel capture care \
        carry cast catch cease celebrate challenge change charge chase check choose chronicle cite claim clash clean \
        clear climb cling close collapse collect combine come command comment commit compare compete complain \
        complete comply compose comprise concede conclude condemn conduct confirm connect conquer consider construct \
        consume contact contain contend continue contribute control convert convince cook cool cope copy correct \
        cost count cover crack crash crawl create criticise criticize cross crush cry cure cut damage dance dare \
        date deal debut decide declare decorate defeat defend define delay delight deliver delve demand deny depart \
        depend depict deploy describe deserve design despise destroy detail detect determine develop devote die \
        differ dig disappear discover discuss dismiss display dispute dissolve distribute dive divide do dominate \
        donate double doubt draw dream dress drink drive drop drown dwell earn eat echo edit educate eliminate \
        embrace emerge emphasize employ enable encourage end endure engage enjoy ensure enter escape establish \
        estimate evolve examine exceed exclude execute exercise exhibit exist expand expect experience explain \
        explode explore expose express extend face fade fail fall favor favour feature feel fetch fight fill find \
        finish fire fit fix flee float flood flow fly focus fold follow forbid force forget forgive form found free \
        freeze fuel fulfil fulfill function fund gain gather generate get give go grab grant greet grow guard guess \
        guide handle hang happen harm hate head hear help hesitate hide hire hit hold honor honour hope host house \
        hunt hurt identify ignore illustrate imagine implement imply import impose impress improve include \
        incorporate increase indicate influence inform inherit injure insist inspire install intend interest \
        introduce invade invent invest investigate invite involve issue jail join joke judge jump justify keep kick \
        kill kiss knock know label lack land launch lead lean leap learn leave lend let lie lift like limit link list \
        listen live load locate lock look loom lose love lower maintain make manage march mark marry match matter \
        mean measure meet melt miss mix mock monitor mount mourn move multiply name near need negotiate nominate \
        note notice notify obey object oblige observe obtain occupy occur offer open operate oppose order organise \
        organize originate outnumber overlook oversee own pack paint park pass pause pay perform permit persuade \
        pick place plan play plead please pledge plunge point portray possess pour praise predict prefer premiere \
        prepare present preserve press prevent print probe produce profit prohibit promise promote prompt propose \
        prosecute protect protest prove provide publish pull punish purchase pursue push put question quit quote \
        race raise range rank reach react read recall receive recognise recognize recommend recount recover recruit \
        reduce refer reflect refuse regain regard register regret reject relate relax release rely remain remember \
        remind remove rename renew renounce rent repair repeat replace reply report represent require rescue \
        resemble reserve reside resign resist resolve respond restore restrict result resume retain retire retreat \
        return reveal revive reward ride ring rise rob rock roll rule run rush sail sample satisfy save say scare \
        search secure see seek seem seize select sell send separate serve set settle shake shape share shed shelter \
        shift shine shock shoot show shut sign sing sink sit slam sleep slide slip slow smell smile smoke snap soar \
        solve sort sound spark speak specialise specialize spell spend split sponsor spot spread spring stage stand \
        star stare start state stay steal steer stem step stick stop store strain strengthen stress stretch strike \
        strip struggle study submit succeed sue suffer suggest suit supply support surge surprise surrender surround \
        survive suspect suspend sustain swallow swear sweep swim swing switch tackle take talk target taste teach \
        tear tell tempt tend test thank think threaten throw tie tip tolerate top touch tour trace track trade train \
        transfer transform translate trap travel treat trigger triumph trust try tumble turn undergo understand \
        unite unveil update urge use value vary view violate visit vote vow wait wake walk wander want warm warn \
        wash waste watch wear weigh welcome widen win wipe wish witness wonder work worry wrap write yield"),
    (SAYINGS, "acknowledged acknowledges added adds admits admitted alleged alleges announced announces argued argues asked \
        asks claimed claims commented comments confirmed confirms declared declares denied denies explained explains \
        insisted insists noted notes recalled recalls reported reports revealed reveals said says stated states \
        suggested suggests tells told tweeted warned warns writes wrote"),
    (NEUTRAL_SAYINGS, "added announced confirmed declared noted reported reports said say says stated states told wrote"),
    (SOURCES, "agency army authorities broadcaster channel cnn captain chief commissioner coroner council data doctors documents engineer engineers reuters records website bureau commission company court department fda firefighters government hospital \
        institute investigators media military ministry network newspaper nypd office officers official officials organisers organizers police \
        poll prosecutors report reports researchers scientists source sources spokesman spokesperson spokeswoman statement \
        study survey troops"),
    (HEDGES, "alleged allegedly could denied if likely may might must ought perhaps possibly should suspected would"),
    (CONNECTIVES, "accordingly additionally afterwards again also alternatively altogether and besides but consequently conversely finally \
        first firstly furthermore hence however indeed instead later likewise meanwhile moreover nevertheless \
        nonetheless or otherwise plus rather second secondly similarly so still then thereafter therefore third \
        thirdly thus yet"),
    (DROPPED_CONNECTIVES, "accordingly ah aw hey oh ok okay uh um well yeah yes additionally afterwards also and besides but consequently finally furthermore hence however indeed \
        likewise meanwhile moreover nevertheless nonetheless plus similarly still therefore thus"),
    (ERRANDS, "desire duty intention intentions goal readiness willingness ability attempt battle bid chance decision effort efforts failure fight move offer order plan plans power proposal proposals race \
        refusal right scheme time try way"),
    (AGENCIES, "afp ani ap associated bbc cbs cnn dpa ians mail pti reuters space.com upi xinhua"),
    (CREDITS, "agencies courtesy flickr getty google image images photo photograph reporting shutterstock source via with"),
    (SAYING_GERUNDS, "adding alleging announcing arguing believing citing claiming fearing hoping insisting meaning noting saying \
        showing suggesting telling thinking warning writing"),
    (OCCASIONS, "age case cases day days era moment moments night period point season stage time times year years"),
    (WEEKDAYS, "friday mon monday saturday sunday thursday tuesday wednesday"),
    (MONTHS, "apr apr. april aug aug. august dec dec. december feb feb. february jan jan. january july june mar. march may \
        nov nov. november oct oct. october sep sept sept. september"),
    (DAY_PARTS, "afternoon evening morning night"),
    (PERIODS, "afternoon autumn century decade evening fall friday monday month morning night quarter saturday season \
        semester spring summer sunday term thursday tuesday wednesday week weekend winter year"),
    (DEICTIC_DAYS, "today tomorrow tonight yesterday"),
    (TIME_BLOCKERS, "beginning effective starting about after and around as be been before began begin begins between born by dated due earlier early ends \
        expected for from is late later of open opens or past per planned scheduled set since start started starts \
        than the through till to until was were with"),
    (NUMBERS, "billion dozen dozens eight eighteen eighty eleven fifteen fifty five forty four fourteen half hundred hundreds \
        million millions nine nineteen ninety one seven seventeen seventy six sixteen sixty ten thirteen thirty \
        thousand thousands three trillion twelve twenty two zero"),
    (ADVERBS, "again ago ahead almost already also always away back even ever far fast forward here however just later long \
        meanwhile more much never not now often once only perhaps quite rather soon still then there though thus \
        together too twice very well yet"),
    (DANGLERS, "able i.e. i.e e.g. e.g about according almost also an apparently appeared appears as at-risk based be became because becomes \
        been being both called due each either even every feels felt former having including just known least less let \
        likely many more most named neither new not off only other out prior rather remained remains seemed seems set \
        several so some sounded sounds such than that the to too unable until up very when while whose"),
    (NEEDS_MORE, "access addition aim amount approach attack attacks attempt attention ban base bases battle bid blow boost call calls \
        campaign case change changes charge charges chase claim claims concern concerns component components confidence connection construction cut cuts deal \
        debate decline decrease demand demands desire difference drop effort efforts encounter encounters end evidence experience fall fear \
        fight front group growth hatred help hope hopes impact increase increases influence interest investigation \
        kind lack lawsuit lead link links list look lot love majority need number numbers part passion percentage \
        piece place plan plans preparation problem problems question questions rate ratio reason reasons reduction \
        relations relationship report request research respect response responsibility result rise role run-in search sector setback \
        series side spike start story subject success suit support surge sympathy talk talks taste threat threats tie \
        ties time trouble type victory vote war warrant way ways win work"),
    (TRANSFERS, "accuse accused expose exposed exposes exposing introduce introduced introduces introducing ask asked asking asks banned bar barred based blame blamed bring bringing brought charge \
        charged compare compared connect convert converted convicted cost dedicate dedicated depend depends drag \
        dragged exchange faced fill filled fills focus focused focuses force forcing found hold involved keep keeping keeps kept \
        laid lay leave leaving left look looked making move moved pack packed place placed placing prepare prepared prepares prevent prevented \
        protect provide provided provides pull pulled pulling push pushed pushing put puts putting quoted remove removed \
        replace replaced sat saved seen send sending sends sent set sets setting shoot sit sits spend spending spends \
        spent stand stands stay stayed steal stole stood stop stopped stuck submit submitted take taken taking took transfer treat \
        treated turn turned turning turns use used uses using want wants went"),
    (QUANTITIES, "day days decade decades especially even exactly except hour hours immediately just long minute minutes moments \
        month months not only particularly right seconds shortly soon week weeks well year years"),
    (NOT_GERUNDS, "anything bearing beijing bring building ceiling clothing darling during dwelling earring evening everything \
        farthing feeling herring housing king lightning morning nothing offering offspring outing pudding railing ring \
        shilling sibling sing something spring sterling sting stocking string swing thing viking wedding wing wording"),
    (PICTURES, "courtesy facebook flickr getty gothamist handout instagram photo photograph photographs photos shutterstock via youtube"),
    (TELLINGS, "told tells"),
    (PLANNED, "aimed attempted could due expected had hoped hoping intended meant might planned planning scheduled should supposed \
        thought tried wanted would"),
    (PARTIES, "activist activists affidavit attorney attorneys brother claims complaint critics daughter family father friend friends \
        husband indictment intelligence lawsuit lawyer lawyers mother neighbor neighbors neighbour neighbours opponents opposition \
        parents rebels relatives rumors rumours sister son suit union widow wife witness witnesses"),
    (THINKINGS, "agree agreed agrees believe believed believes fear feared fears feel feels felt find finds found guess guessed hear heard \
        hope hoped hopes imagine know knew knows learn learned learns learnt mean means meant realise realised realize \
        realized show showed shows thinks think thought understand understood wish wished"),
    (SEEKINGS, "find hunt hunting look looking need needs seek seeking seeks want wants"),
    (COMMANDS, "get go look make put say take act add ask avoid be bring call check choose click come consider don't follow forget imagine let let's listen meet picture please read recall remember see start suppose \
        think try use wait want watch welcome"),
    (COMPLETED, "abandoned abolished approved arrested assassinated banned bombed buried cancelled canceled captured closed \
        damaged delayed demolished destroyed detained dismissed evacuated executed expelled fired flooded freed \
        grounded hospitalised hospitalized injured jailed killed murdered postponed rejected released rescued robbed \
        sacked scrapped shot stolen stranded suspended wounded"),
    (CONTROLS, "enabling encouraging instructing inviting permitting persuading prompting reminding requiring teaching telling able advise advised advising agree agreed agrees aim aimed aims allow allowed allowing allows appear appeared \
        appears ask asked asking asks attempt attempted attempting attempts began begin begins begun cause caused \
        causes causing challenge challenged choose chose chosen claim claimed claims compel compelled continue \
        continued continues convince convinced decide decided decides due enable enabled enables encourage encouraged \
        encourages enough expect expected expecting expects fail failed fails first force forced forces forcing get \
        gets getting give given gives got hard easy have has had help helped helping helps hope hoped hopes inspire \
        inspired instruct instructed intend intended intends invite invited invites know knew known last lead leads \
        leave left led let like likely long longing manage managed manages mean means meant motivated need needed \
        needing needs offer offered offering offers only order ordered ordering orders permit permitted persuade \
        persuaded plan planned planning plans prefer preferred press pressed pressure pressured promise promised \
        promises prompt prompted prompting push pushed pushing ready refuse refused refuses remind reminded reminds \
        require required requires scheduled seek seeking seeks seem seemed seems set so sought struggle struggled \
        struggles struggling supposed teach teaching taught tell telling tells threaten threatened threatens told too \
        took take takes train trained tried tries try trying unable unlikely urge urged urges urging use used uses \
        using vote voted vow vowed vows wait waited waiting want wanted wanting wants warn warned warning warns willing \
        wish wished works worked work"),
    (ABBREVIATIONS, "a.m ave blvd capt co col corp dept dr etc ft gen gov hon inc jr lt ltd mr mrs ms mt no p.m prof rep rev sen \
        sgt sr st vs"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_list_has_its_class_and_no_other() {
        for (class, list) in LISTS {
            for word in list.split_whitespace() {
                let all = LISTS.iter().filter(|(_, list)| list.split_whitespace().any(|entry| entry == word));
                assert!(holds(*class, word), "{word}");
                assert_eq!(class_of(word), all.fold(Class(0), |all, (class, _)| all.or(*class)), "{word}");
            }
        }
        for word in ["", "a b", "mill", "saidx", "sai", "élan"] {
            assert_eq!(class_of(word), Class::default(), "{word}");
        }
    }
}
