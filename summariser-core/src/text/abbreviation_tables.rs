//! Abbreviations whose full stop need not end the sentence. Three sets a language: those that never end one before a
//! word (titles, `z. B.`), those that may (`Inc.`, `etc.`), and those that stand before a number (`No. 5`). A fourth set
//! has the words that like to begin sentences: behind those that may, they show that one has ended.

use super::language::Language;
use super::word_set::{WordSet, word_set};

/// What a full stop after an abbreviation means.
pub(super) struct Table {
    /// Something always follows: titles, `e.g.`.
    pub(super) never: &'static WordSet,
    /// Ends a sentence if the next word is one that likes to begin them.
    pub(super) sometimes: &'static WordSet,
    /// Goes on if a number follows.
    pub(super) number: &'static WordSet,
    /// Likes to begin a sentence but tells too much to be a stop word.
    pub(super) starters: &'static WordSet,
    /// Whether numbers with a full stop are ordinals and nouns after them may be capitalised: `12. August`.
    pub(super) ordinals: bool,
}

macro_rules! abbreviations {
    ($($name:ident $ordinals:literal never $never:literal sometimes $sometimes:literal number $number:literal
        starters $starters:literal)*) => {
        $(static $name: Table = {
            static NEVER: WordSet = word_set!($never);
            static SOMETIMES: WordSet = word_set!($sometimes);
            static NUMBER: WordSet = word_set!($number);
            static STARTERS: WordSet = word_set!($starters);
            Table { never: &NEVER, sometimes: &SOMETIMES, number: &NUMBER, starters: &STARTERS, ordinals: $ordinals }
        };)*
    };
}

/// Those of a language; of one without a table of its own the international ones.
pub(super) fn of(language: Language) -> &'static Table {
    match language {
        Language::ENGLISH => &ENGLISH,
        Language::GERMAN => &GERMAN,
        Language::FRENCH => &FRENCH,
        Language::SPANISH | Language::CATALAN => &SPANISH,
        Language::ITALIAN => &ITALIAN,
        Language::PORTUGUESE => &PORTUGUESE,
        Language::DUTCH => &DUTCH,
        Language::RUSSIAN | Language::UKRAINIAN | Language::BULGARIAN | Language::KAZAKH | Language::BELARUSIAN => {
            &RUSSIAN
        }
        Language::POLISH => &POLISH,
        Language::SWEDISH | Language::DANISH | Language::BOKMAL | Language::NORWEGIAN | Language::ICELANDIC => &NORDIC,
        Language::TURKISH | Language::AZERBAIJANI => &TURKISH,
        Language::VIETNAMESE => &VIETNAMESE,
        Language::INDONESIAN => &INDONESIAN,
        Language::CZECH | Language::SLOVAK => &CENTRAL,
        Language::HUNGARIAN => &HUNGARIAN,
        Language::SLOVENE | Language::CROATIAN | Language::SERBIAN => &SLAVIC,
        Language::FINNISH => &FINNISH,
        Language::ESTONIAN => &ESTONIAN,
        Language::LITHUANIAN => &BALTIC,
        Language::ROMANIAN => &ROMANIAN,
        Language::GREEK => &GREEK,
        Language::BENGALI => &BENGALI,
        Language::HINDI | Language::NEPALI => &HINDI,
        Language::ARABIC | Language::PERSIAN | Language::URDU => &ARABIC,
        _ => &OTHER,
    }
}

/// What stands behind `a.m.` and goes on with the sentence: `8 a.m. Tuesday`, `8 a.m. EST`.
pub(super) static AFTER_HOUR: WordSet = word_set!(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays \
    sundays est edt cst cdt mst mdt pst pdt et ct mt pt gmt utc bst cet cest ist jst aest",
);
/// Words for great numbers, behind which comes what was counted: `5 tys. Polaków`.
pub(super) static MAGNITUDES: WordSet =
    word_set!("tys mln mld tis mil mio mia mrd mill milj mrd tuh tūkst млн млрд тыс трлн тис хил δισ εκατ χιλ");

abbreviations! {
    ENGLISH false
    never "p.s cllr cllrs mr mrs ms messrs mx dr drs prof profs rev fr sr hon gen lt col maj capt cmdr cpl sgt pvt \
        adm brig gov sen sens \
        rep reps pres amb supt det insp st ste mt ft vs v viz cf ca e.g eg i.e ie al approx esp incl dept univ assoc \
        asst \
        bros phil ed eds tr trans op repr mlle mme msgr"
    sometimes "inc ltd co corp llc plc cos bros jr sr esq etc ave blvd rd sq hwy ln bldg jan feb mar apr jun jul aug \
        sep \
        sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind \
        kan ky \
        la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo min max avg est ext \
        dist \
        hr hrs lb lbs oz in ft yd cm mm kg km mi mph bn ph.d m.d b.a m.a b.sc m.sc d.c u.s u.k u.s.a u.n e.u ist \
        univ natl \
        intl govt dept mfg"
    number "chap no nos rs p pp pg art arts sec secs ch chap chaps fig figs vol vols eq eqs ex exs app par para \
        paras pt nr tab ver \
        c ca circa cl op ep approx jan feb mar apr jun jul aug sep sept oct nov dec rm ste apt"
    starters "nobody everybody somebody everyone someone anyone nothing everything something millions thousands \
        hundreds dozens yesterday today tomorrow meanwhile however moreover furthermore nevertheless finally later \
        instead perhaps maybe please unfortunately fortunately"
    GERMAN true
    never "dr prof hr fr frl hl st z.b zb bzw d.h dh u.a ua sog ca vgl ggf evtl inkl exkl insb bes geb gest verh \
        ehem eigtl \
        urspr allg ing dipl mag med phil jur rer nat habil phys chem math jun sen gebr nr abb abs art kap bd hrsg \
        min max \
        i.d.r i.d.R o.g s.o s.u u.u v.a z.t z.zt i.a i.e a.d m.e m.w v.chr n.chr u.s.w zzgl abzgl st.-petersburg \
        rd mio mrd einschl entspr lat griech engl franz frz ital russ span dt österr schweiz amerik bayer europ \
        südl nördl östl westl stellv o.ä ao kath evang präs dr.-ing dipl.-ing dipl.-kfm m.sc b.sc"
    sometimes "bros usw etc u.ä u.dgl ff f str pl co inc ltd corp jan feb mär mrz apr jun jul aug sep sept okt nov \
        dez mo di mi \
        do fr sa so jh jhd jhdt tel fa gmbh e.v e.k a.m p.m uhr std sek u.s u.s.a usf s"
    number "nr s abb abs art kap bd aufl bl tab ziff par anm vers jan feb mär apr jun jul aug sep sept okt nov dez ca \
        tel az lfd"
    starters "heute gestern morgen danach dann später inzwischen jedoch trotzdem deshalb daher außerdem zudem \
        seitdem dort hier niemand jeder viele einige manche anschließend schließlich damals bereits zuvor dabei \
        dadurch darüber laut insgesamt allerdings"
    FRENCH false
    never "m mm mme mmes mlle mlles mgr dr drs pr prof me st ste cf ex env c.-à-d c.à.d p.ex chap art fig ed éd coll \
        trad \
        dir gén col cdt cap lt sgt adj av bd pl jr vs apr rév"
    sometimes "bros ap etc inc ltd co corp janv févr fév avr juil sept oct nov déc av j.-c s.a s.a.r.l u.s u.s.a e.u \
        hab min sec tél \
        lun mar mer jeu ven sam dim ll.aa.ii.rr"
    number "no n p pp art chap fig vol t tél janv févr avr juil sept oct nov déc al rn"
    starters "aujourd'hui hier demain puis ensuite enfin cependant toutefois pourtant alors ainsi depuis après avant \
        pendant selon personne chacun certains plusieurs beaucoup ici là désormais malgré chaque lorsque quand"
    SPANISH false
    never "cra sr sra sres sras srta srtas d da dña dn dr dra dres dras lic ing arq prof profa gral gen cnel cap tte \
        sgto alm mons \
        fr sta sto st ej p.ej ntra ntro excmo excma ilmo ilma ud uds vd vds mt"
    sometimes "bros etc inc ltd co corp cía s.a s.l ee.uu ee uu jr av avda avd pza ene feb mar abr may jun jul ago \
        sep sept set \
        oct nov dic lun mié jue vie sáb dom tel máx mín aprox admón dpto depto min seg hs km cm rr.hh ff.aa a.c d.c \
        a.m p.m u.s u.s.a núm edo"
    number "ext tel apdo no núm núms nº art arts pág págs p pp cap caps fig vol t tel párr párrf ley ed ene feb mar \
        abr jun jul ago sep oct \
        nov dic"
    starters "hoy ayer mañana luego después entonces además sin según durante tras desde hasta aunque mientras \
        cuando finalmente actualmente posteriormente nadie algunos algunas muchos muchas varios ahora aquí allí cada \
        ambos ambas"
    ITALIAN false
    never "sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa ing avv arch geom rag on sen gen col cap ten mons s \
        ss san cav \
        comm dir v.cte ad.es p.es cfr es d psicol idraul meteor st econ fam egr gent spett rev min pres"
    sometimes "bros ecc etc inc ltd co corp s.p.a spa s.r.l srl a.c d.c gen feb mar apr mag giu lug ago set sett ott \
        nov dic lun mer \
        gio ven sab dom tel amm az f.p u.s u.s.a p.zza v.le"
    number "n nn num pag pagg p pp art artt cap capp fig figg vol voll tel c sec gen feb mar apr mag giu lug ago set \
        ott nov \
        dic"
    starters "nonostante oltre malgrado dopo oggi ieri domani poi dopo allora inoltre infine quindi tuttavia però intanto secondo durante nel \
        quando mentre nessuno ognuno alcuni alcune molti molte ora qui là attualmente successivamente ogni entrambi"
    PORTUGUESE false
    never "sr sra srs sras srta dr dra drs dras prof profa profs eng arq gen gal cel cap maj ten sgt alm d dom dona \
        sto sta st \
        exmo exma ilmo ilma v.ex v.exa p.ex ex av pe fr mons rev min dep sen gov pres cia"
    sometimes "bros etc inc ltda ltd co corp s.a s/a jan fev mar abr mai jun jul ago set out nov dez tel máx mín \
        aprox a.c d.c seg \
        ter qua qui sex sáb u.s u.s.a e.u.a al km"
    number "no n nº núm pág págs p pp art arts cap caps fig vol t tel jan fev mar abr mai jun jul ago set out nov dez r"
    starters "hoje ontem amanhã depois então além segundo durante após desde embora enquanto quando finalmente \
        atualmente posteriormente ninguém alguns algumas muitos muitas vários agora aqui ali cada ambos ambas porém"
    DUTCH false
    never "dhr mevr mw dr drs ir ing mr prof ds st bijv bv d.w.z dwz m.n o.a oa i.p.v m.b.t o.l.v resp ca vgl zgn \
        incl excl \
        jhr kol gen lt burg min t.o.v t.a.v a.d v.d d.m.v i.v.m t.g.v z.g.n nl mej"
    sometimes "enz etc e.d inc ltd co corp jr sr jan feb mrt apr jun jul aug sep sept okt nov dec tel n.v b.v v.chr \
        n.chr u.s \
        a.u.b s.v.p max gem"
    number "nr nrs blz p pp art artt afb fig hfst par dl vol tel jan feb mrt apr jun jul aug sep okt nov dec"
    starters "vandaag gisteren morgen daarna later toen dan daar hier niemand iedereen sommige vele veel enkele \
        volgens tijdens sinds ondanks echter bovendien intussen inmiddels uiteindelijk tegenwoordig"
    RUSSIAN false
    never "гр вж т.нар т.зв пом зав.каф г-н г-жа г-на г-жи проф акад доц канд докт инж им св ул вул буд пров пр \
        просп пл пер наб бул ш оз о обл р-н пос дер с д кв корп \
        стр т.е т.н т.к см ср напр рис табл гл т ч ст п пп подп гос ген полк кап лейт адм зам зав нач отв ред изд сост \
        авт пгт стц ок прибл англ нем фр лат греч рус ит исп яп кит укр сокр букв архит худ д-р г-ну г-же г-ном б \
        б.з.б т.г \
        пл м мл кн проф"
    sometimes "грн лв хил рр ін г гг в вв т.д т.п др пр и.о тыс млн млрд трлн руб коп долл у.е кг км см мм м га куб \
        кв сек мин час чел экз \
        шт янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек н.э до.н.э т.б т.б.с жыл р"
    number "№ стр с т ч гл п пп рис табл ст кн вып изд тел д кв корп ул"
    starters "сегодня вчера завтра потом затем позже тогда теперь сейчас здесь там никто все многие некоторые однако \
        также кроме после до при когда пока поэтому впоследствии окончил умер родился сьогодні вчора завтра потім \
        тепер зараз тут ніхто багато однак також після коли тому днес вчера утре после сега тук никой много обаче \
        също когато"
    POLISH true
    never "dr hab inż mgr prof doc red ks bp abp św śś p pp gen płk ppłk mjr kpt por ppor sierż al ul pl os woj pow \
        gm im \
        tzw tzn m.in np ok ww wg zob por itp.np św bałt ang niem fr łac gr ros hiszp wł zw dot pn płn płd wsch zach \
        ob lic \
        sz śp ur zm"
    sometimes "itd itp etc r w wiek n.e p.n.e tys mln mld gr godz min sek ha m.st st jr sp z.o.o s.a inc ltd co corp \
        br bm \
        rb u.s"
    number "nr m s str t tom rozdz rys tab art ust pkt poz zob tel ok godz r"
    starters "dziś dzisiaj wczoraj jutro potem później następnie wtedy teraz obecnie tutaj tam nikt wszyscy wielu \
        niektórzy jednak ponadto podczas według mimo kiedy gdy dlatego został została zostało"
    NORDIC true
    never "dr prof hr fr frk st s:t skt ca t.ex tex bl.a bla d.v.s dvs s.k m.fl f.d fd resp inkl exkl jfr jfr jf ev \
        sk f.ex f.eks \
        feks bl.a mht pga p.g.a ift vedr evt mfl kl nr ang adm dir red avd adv lektor eng tr ty fhv nuv pst"
    sometimes "etc osv o.s.v m.m mm o.d od jr sr inc ltd co corp ab kr mkr mdr mia mio tkr jan feb mar apr jun jul \
        aug sep sept \
        okt nov dec des tel f.kr e.kr u.s v.chr m.v ff og.co"
    number "nr s p pp no sid art kap bd fig tab kl tel ca jan feb mar apr jun jul aug sep okt nov dec pkt"
    starters "idag i igår imorgon sedan därefter senare nu här där ingen alla många några enligt under efter när \
        dock dessutom i dag går morgen siden deretter senere nå her der alle mange noen nogle ifølge efter etter når \
        dog hvad hva hvem hvor"
    TURKISH true
    never "dr prof doç yrd öğr gör av müh mim uzm op sn bkz örn yy mad gen alb yb bnb yzb org haz çev ed yay no st \
        hz ank \
        ist izm tic san"
    sometimes "vb vs vd vb.g m.ö m.s mö ms a.ş ltd şti inc co corp cad sok mah apt tel ör u.s km cm t.c"
    number "no s ss c bkz md m sy nu tel"
    starters "bugün dün yarın sonra daha önce şimdi burada orada kimse herkes birçok bazı ancak ayrıca göre bunun \
        çünkü fakat"
    VIETNAMESE false
    never "tp tx tt q p ts ths gs pgs bs ks cn st mr mrs ms dr đ.c"
    sometimes "tp.hcm v.v vv inc ltd co corp u.s tr"
    number "số tr q p no t c đ"
    starters "hôm nay sau trước khi hiện theo trong ngoài tuy nhưng vì tại từ đến mọi nhiều một những các ông bà anh \
        chị"
    INDONESIAN false
    never "dr drs dra ir prof h hj kh tn ny sdr jl jln gg kel kec kab prov st a.n u.p d.a dll.nya mr mrs ms no bpk \
        ust yth s.d \
        alm gub"
    sometimes "dll dsb dst dkk tbk pt cv inc ltd co corp s.h s.e s.pd s.sos s.ip m.si m.h m.pd m.m m.a ph.d s.t \
        s.kom m.hum s.ag \
        s.ked sp.pd a.md jan feb mar apr jun jul agt sep okt nov des tel rp"
    number "no hal hlm jl jln rp kav rt rw tel ps ay pasal"
    starters "hari kemarin besok kemudian lalu setelah sebelum sejak kini sekarang di sana sini tidak semua banyak \
        beberapa menurut selama namun selain ketika saat meski keduanya mereka"
    CENTRAL true
    never "arch akad dipl kol vyd red angl něm lat ř bl dr mudr judr phdr rndr ing mgr bc prof doc sv p pí sl st gen \
        plk kpt mjr tzv tzn např napr ul nám tř resp cca čs č \
        npr oz itd.npr sz szt ifj özv ún kb pl vö ld stb.pl mr mrs"
    sometimes "atd apod itd itp etc aj stb inc ltd co corp kč mil mld tis jr s.r.o a.s r hod min sv.o d.o.o kft zrt \
        hl.m"
    number "r s č str s sv čl tel odst obr tab kap br st sz old fej"
    starters "dnes včera zítra potom poté později nyní zde tam nikdo všichni mnoho někteří však podle během když \
        proto dále zajtra teraz tu nikto všetci mnohí avšak počas keď preto"
    ARABIC false
    never "د أ م ص ت ج ه أ.د"
    sometimes "ق.م هـ"
    number "ص ج رقم"
    starters ""
    HINDI false
    never "डॉ डा प्रो श्री सु कु मो पं स्व इं एड ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी \
        डब्ल्यू एक्स वाई ज़ेड"
    sometimes "कि.मी मि.मी से.मी कि.ग्रा रु"
    number "सं नं क्र पृ"
    starters ""
    FINNISH true
    never "esim ks mm ns nk prof tri ent os ed em puh joht maist toim lyh vrt dos kaup fil lic dipl.ins v.p"
    sometimes "jne ym yms tms ao mk jkr ekr eaa jaa oy oyj ltd inc co jr sr milj mrd kpl kg km cm min sek"
    number "nro n:o klo puh tel luku kohta art nr"
    starters "tänään eilen huomenna sitten myöhemmin nyt täällä siellä kukaan kaikki monet jotkut kuitenkin lisäksi \
        mukaan \
        aikana jälkeen kun siksi"
    HUNGARIAN true
    never "dr ifj özv id prof szt sz pl ún kb vö ld tv gr br hrsz szerk ford özv.dr vez szerk ún"
    sometimes "stb kft bt rt zrt nyrt inc co ltd ker u krt jr i.e i.sz min max db kg km ft hl.m"
    number "sz old fej tel ker bek"
    starters "ma tegnap holnap majd később most itt ott senki mindenki sokan néhány azonban szerint közben után \
        amikor ezért \
        aztán egy"
    SLAVIC true
    never "dr mr prof mag ing dipl tzv npr sv op cit usp ul br čl str akad inž ga gdč gđa t.i t.j tj oz odv др проф \
        мр тзв нпр \
        ул бр чл инж св акад"
    sometimes "itd sl d.o.o d.d kn km god st pr.kr po.kr pr.n.š n.š mil mlrd tis itn ipd s.p a.d год итд сл"
    number "br čl st str tel бр чл стр"
    starters "danas jučer sutra zatim poslije kasnije sada ovdje tamo nitko svi mnogi neki međutim prema tijekom \
        nakon kada \
        zato danes včeraj jutri potem kasneje zdaj tukaj tam nihče vsi mnogi nekateri vendar med ko zato данас јуче \
        сутра \
        затим касније сада овде нико сви многи неки међутим према током након када зато"
    ESTONIAN true
    never "nt st lk vt prof dr hr pr ca end nn nim dots"
    sometimes "jne jm jms e.m.a m.a.j kr as oü inc ltd tuh mln mld min"
    number "nr lk tel kl"
    starters "täna eile homme siis hiljem nüüd siin seal keegi kõik paljud mõned kuid lisaks järgi ajal pärast kui \
        seepärast"
    BALTIC true
    never "pvz prof dr doc akad plk gen al vyr žr t.y t.t piem sk t.i ul pvz kun šv sv"
    sometimes "ir.t.t t.t utt u.c u.tml tūkst mln mlrd val min eur kt šnt vnt m d uab sia"
    number "nr psl str tel lpp p"
    starters "šiandien vakar rytoj vėliau dabar čia ten niekas visi daugelis kai kurie tačiau pagal per po kai todėl \
        šodien \
        vakar rīt vēlāk tagad šeit tur neviens visi daudzi daži tomēr saskaņā laikā pēc kad tāpēc"
    ROMANIAN false
    never "dl dlui dna dnei d-na d-nul d-l dr prof ing acad col gen lt cpt mr str bd sf pr conf lect univ alin cf ex \
        p.ex av \
        arh ec jud dvs dv"
    sometimes "etc ș.a ş.a ș.a.m.d ş.a.m.d i.hr d.hr a.chr î.hr î.e.n e.n s.a s.r.l inc ltd co mil mld min max tel \
        loc sec km kg"
    number "nr art alin lit pag p vol cap tel str bl sc ap et"
    starters "astăzi azi ieri mâine apoi ulterior acum aici acolo nimeni toți mulți unii însă potrivit conform după \
        când de \
        astfel totuși"
    GREEK false
    never "κ κα κος δρ δρα καθ βλ λ.χ αγ εκδ πρβλ στρ αντ υπ δηλ ό.π οδ λεωφ σημ μτφρ επιμ αρχ"
    sometimes "κ.λπ κ.ά κτλ κλπ μ.μ π.μ μ.χ π.χ α.ε ε.π.ε εκ χιλ δισ εκατ χλμ ευρ δρχ inc ltd co corp"
    number "αρ σελ τόμ κεφ άρθρ παρ τηλ εικ"
    starters "σήμερα χθες αύριο μετά ύστερα έπειτα τώρα εδώ εκεί κανείς κανένας όλοι πολλοί μερικοί όμως ωστόσο \
        σύμφωνα κατά \
        όταν γι'αυτό"
    BENGALI false
    never "ড ডা ডাঃ ডঃ মি মিসেস মো মোঃ প্রো প্রফেসর মু মুহ"
    sometimes "লি"
    number "নং পৃ"
    starters ""
    OTHER false
    never "ул бул пл гр проф инж д-р св им др г-н г-жа mr mrs ms dr prof st vs cf e.g i.e gen col lt sgt sen rep gov rev hon"
    sometimes "inc ltd co corp jr sr etc jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.s.a u.n"
    number "no nr p pp art fig vol ch sec tel"
    starters ""
}
