//! Abbreviations whose full stop need not end the sentence. Three sets a language: those that never end one before a
//! word (titles, `z. B.`), those that may (`Inc.`, `etc.`), and those that stand before a number (`No. 5`).

use super::language::Language;
use super::word_set::WordSet;

/// What a full stop after an abbreviation means.
pub(super) struct Table {
    /// Something always follows: titles, `e.g.`.
    pub(super) never: &'static WordSet,
    /// Ends a sentence if the next word is one that likes to begin them.
    pub(super) sometimes: &'static WordSet,
    /// Goes on if a number follows.
    pub(super) number: &'static WordSet,
    /// Whether numbers with a full stop are ordinals and nouns after them may be capitalised: `12. August`.
    pub(super) ordinals: bool,
}

macro_rules! abbreviations {
    ($($name:ident $ordinals:literal never $never:literal sometimes $sometimes:literal number $number:literal)*) => {
        $(static $name: Table = {
            static NEVER: WordSet = WordSet::new($never);
            static SOMETIMES: WordSet = WordSet::new($sometimes);
            static NUMBER: WordSet = WordSet::new($number);
            Table { never: &NEVER, sometimes: &SOMETIMES, number: &NUMBER, ordinals: $ordinals }
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
        Language::CZECH | Language::SLOVAK | Language::SLOVENE | Language::CROATIAN | Language::HUNGARIAN => &CENTRAL,
        Language::HINDI | Language::NEPALI => &HINDI,
        Language::ARABIC | Language::PERSIAN | Language::URDU => &ARABIC,
        _ => &OTHER,
    }
}

/// Words that begin English sentences but tell too much to be stop words.
pub(super) static ENGLISH_STARTERS: WordSet = WordSet::new(
    "nobody everybody somebody everyone someone anyone nothing everything something millions thousands hundreds dozens \
    yesterday today tomorrow meanwhile however moreover furthermore nevertheless finally later instead perhaps maybe \
    please unfortunately fortunately",
);

abbreviations! {
    ENGLISH false
    never "p.s cllr cllrs mr mrs ms messrs mx dr drs prof profs rev fr sr hon gen lt col maj capt cmdr cpl sgt pvt adm brig gov sen sens \
        rep reps pres amb supt det insp st ste mt ft vs v viz cf ca e.g eg i.e ie al approx esp incl dept univ assoc asst \
        bros phil ed eds tr trans op repr mlle mme msgr"
    sometimes "inc ltd co corp llc plc cos bros jr sr esq etc ave blvd rd sq hwy ln bldg jan feb mar apr jun jul aug sep \
        sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky \
        la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo min max avg est ext dist \
        hr hrs lb lbs oz in ft yd cm mm kg km mi mph bn ph.d m.d b.a m.a b.sc m.sc d.c u.s u.k u.s.a u.n e.u ist univ natl \
        intl govt dept mfg"
    number "no nos rs p pp pg art arts sec secs ch chap chaps fig figs vol vols eq eqs ex exs app par para paras pt nr tab ver \
        c ca circa cl op ep approx jan feb mar apr jun jul aug sep sept oct nov dec rm ste apt"
    GERMAN true
    never "dr prof hr fr frl hl st z.b zb bzw d.h dh u.a ua sog ca vgl ggf evtl inkl exkl insb bes geb gest verh ehem eigtl \
        urspr allg ing dipl mag med phil jur rer nat habil phys chem math jun sen gebr nr abb abs art kap bd hrsg min max \
        i.d.r i.d.R o.g s.o s.u u.u v.a z.t z.zt i.a i.e a.d m.e m.w v.chr n.chr u.s.w zzgl abzgl st.-petersburg \
        rd mio mrd einschl entspr lat griech engl franz frz ital russ span dt österr schweiz amerik bayer europ \
        südl nördl östl westl stellv o.ä ao kath evang präs dr.-ing dipl.-ing dipl.-kfm m.sc b.sc"
    sometimes "usw etc u.ä u.dgl ff f str pl co inc ltd corp jan feb mär mrz apr jun jul aug sep sept okt nov dez mo di mi \
        do fr sa so jh jhd jhdt tel fa gmbh e.v e.k a.m p.m uhr std sek u.s u.s.a usf s"
    number "nr s abb abs art kap bd aufl bl tab ziff par anm vers jan feb mär apr jun jul aug sep sept okt nov dez ca \
        tel az lfd"
    FRENCH false
    never "m mm mme mmes mlle mlles mgr dr drs pr prof me st ste cf ex env c.-à-d c.à.d p.ex chap art fig ed éd coll trad \
        dir gén col cdt cap lt sgt adj av bd pl jr vs apr rév"
    sometimes "etc inc ltd co corp janv févr fév avr juil sept oct nov déc av j.-c s.a s.a.r.l u.s u.s.a e.u hab min sec tél \
        lun mar mer jeu ven sam dim ll.aa.ii.rr"
    number "no n p pp art chap fig vol t tél janv févr avr juil sept oct nov déc al rn"
    SPANISH false
    never "cra sr sra sres sras srta srtas d da dña dn dr dra dres dras lic ing arq prof profa gral gen cnel cap tte sgto alm mons \
        fr sta sto st ej p.ej ntra ntro excmo excma ilmo ilma ud uds vd vds mt"
    sometimes "etc inc ltd co corp cía s.a s.l ee.uu ee uu jr av avda avd pza ene feb mar abr may jun jul ago sep sept set \
        oct nov dic lun mié jue vie sáb dom tel máx mín aprox admón dpto depto min seg hs km cm rr.hh ff.aa a.c d.c \
        a.m p.m u.s u.s.a núm edo"
    number "no núm núms nº art arts pág págs p pp cap caps fig vol t tel párr párrf ley ed ene feb mar abr jun jul ago sep oct \
        nov dic"
    ITALIAN false
    never "sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa ing avv arch geom rag on sen gen col cap ten mons s ss san cav \
        comm dir v.cte ad.es p.es cfr es d psicol idraul meteor st econ fam egr gent spett rev min pres"
    sometimes "ecc etc inc ltd co corp s.p.a spa s.r.l srl a.c d.c gen feb mar apr mag giu lug ago set sett ott nov dic lun mer \
        gio ven sab dom tel amm az f.p u.s u.s.a p.zza v.le"
    number "n nn num pag pagg p pp art artt cap capp fig figg vol voll tel c sec gen feb mar apr mag giu lug ago set ott nov \
        dic"
    PORTUGUESE false
    never "sr sra srs sras srta dr dra drs dras prof profa profs eng arq gen gal cel cap maj ten sgt alm d dom dona sto sta st \
        exmo exma ilmo ilma v.ex v.exa p.ex ex av pe fr mons rev min dep sen gov pres cia"
    sometimes "etc inc ltda ltd co corp s.a s/a jan fev mar abr mai jun jul ago set out nov dez tel máx mín aprox a.c d.c seg \
        ter qua qui sex sáb u.s u.s.a e.u.a al km"
    number "no n nº núm pág págs p pp art arts cap caps fig vol t tel jan fev mar abr mai jun jul ago set out nov dez r"
    DUTCH false
    never "dhr mevr mw dr drs ir ing mr prof ds st bijv bv d.w.z dwz m.n o.a oa i.p.v m.b.t o.l.v resp ca vgl zgn incl excl \
        jhr kol gen lt burg min t.o.v t.a.v a.d v.d d.m.v i.v.m t.g.v z.g.n nl mej"
    sometimes "enz etc e.d inc ltd co corp jr sr jan feb mrt apr jun jul aug sep sept okt nov dec tel n.v b.v v.chr n.chr u.s \
        a.u.b s.v.p max gem"
    number "nr nrs blz p pp art artt afb fig hfst par dl vol tel jan feb mrt apr jun jul aug sep okt nov dec"
    RUSSIAN false
    never "г-н г-жа г-на г-жи проф акад доц канд докт инж им св ул вул буд пров пр просп пл пер наб бул ш оз о обл р-н пос дер с д кв корп \
        стр т.е т.н т.к см ср напр рис табл гл т ч ст п пп подп гос ген полк кап лейт адм зам зав нач отв ред изд сост \
        авт пгт стц ок прибл англ нем фр лат греч рус ит исп яп кит укр сокр букв архит худ д-р г-ну г-же г-ном б б.з.б т.г \
        пл м мл кн проф"
    sometimes "г гг в вв т.д т.п др пр и.о тыс млн млрд трлн руб коп долл у.е кг км см мм м га куб кв сек мин час чел экз \
        шт янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек н.э до.н.э т.б т.б.с жыл р"
    number "№ стр с т ч гл п пп рис табл ст кн вып изд тел д кв корп ул"
    POLISH true
    never "dr hab inż mgr prof doc red ks bp abp św śś p pp gen płk ppłk mjr kpt por ppor sierż al ul pl os woj pow gm im \
        tzw tzn m.in np ok ww wg zob por itp.np św bałt ang niem fr łac gr ros hiszp wł zw dot pn płn płd wsch zach ob lic \
        sz śp ur zm"
    sometimes "itd itp etc r w wiek n.e p.n.e tys mln mld gr godz min sek ha m.st st jr sp z.o.o s.a inc ltd co corp br bm \
        rb u.s"
    number "nr s str t tom rozdz rys tab art ust pkt poz zob tel ok godz r"
    NORDIC true
    never "dr prof hr fr frk st s:t skt ca t.ex tex bl.a bla d.v.s dvs s.k m.fl f.d fd resp inkl exkl jfr jfr jf ev sk f.ex f.eks \
        feks bl.a mht pga p.g.a ift vedr evt mfl kl nr ang adm dir red avd adv lektor eng tr ty fhv nuv pst"
    sometimes "etc osv o.s.v m.m mm o.d od jr sr inc ltd co corp ab kr mkr mdr mia mio tkr jan feb mar apr jun jul aug sep sept \
        okt nov dec des tel f.kr e.kr u.s v.chr m.v ff og.co"
    number "nr s p pp no sid art kap bd fig tab kl tel ca jan feb mar apr jun jul aug sep okt nov dec pkt"
    TURKISH true
    never "dr prof doç yrd öğr gör av müh mim uzm op sn bkz örn yy mad gen alb yb bnb yzb org haz çev ed yay no st hz ank \
        ist izm tic san"
    sometimes "vb vs vd vb.g m.ö m.s mö ms a.ş ltd şti inc co corp cad sok mah apt tel ör u.s km cm t.c"
    number "no s ss c bkz md m sy nu tel"
    VIETNAMESE false
    never "tp tx tt q p ts ths gs pgs bs ks cn st mr mrs ms dr đ.c"
    sometimes "tp.hcm v.v vv inc ltd co corp u.s tr"
    number "số tr q p no t c đ"
    INDONESIAN false
    never "dr drs dra ir prof h hj kh tn ny sdr jl jln gg kel kec kab prov st a.n u.p d.a dll.nya mr mrs ms no bpk ust yth s.d \
        alm gub"
    sometimes "dll dsb dst dkk tbk pt cv inc ltd co corp s.h s.e s.pd s.sos s.ip m.si m.h m.pd m.m m.a ph.d s.t s.kom m.hum s.ag \
        s.ked sp.pd a.md jan feb mar apr jun jul agt sep okt nov des tel rp"
    number "no hal hlm jl jln rp kav rt rw tel ps ay pasal"
    CENTRAL true
    never "dr mudr judr phdr rndr ing mgr bc prof doc sv p pí sl st gen plk kpt mjr tzv tzn např napr ul nám tř resp cca čs č \
        npr oz itd.npr sz szt ifj özv ún kb pl vö ld stb.pl mr mrs"
    sometimes "atd apod itd itp etc aj stb inc ltd co corp kč mil mld tis jr s.r.o a.s r hod min sv.o d.o.o kft zrt hl.m"
    number "č str s sv čl tel odst obr tab kap br st sz old fej"
    ARABIC false
    never "د أ م ص ت ج ه أ.د"
    sometimes "ق.م هـ"
    number "ص ج رقم"
    HINDI false
    never "डॉ डा प्रो श्री सु कु मो पं स्व इं एड ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई ज़ेड"
    sometimes "कि.मी मि.मी से.मी कि.ग्रा रु"
    number "सं नं क्र पृ"
    OTHER false
    never "mr mrs ms dr prof st vs cf e.g i.e gen col lt sgt sen rep gov rev hon"
    sometimes "inc ltd co corp jr sr etc jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.s.a u.n"
    number "no nr p pp art fig vol ch sec tel"
}
