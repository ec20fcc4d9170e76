//! [`Lexicon`]: the few words of a language that are no stop words and yet no key words: days and months, numbers in
//! letters, who said what. Stems, as documents have them; a language without a list does without.

/// It borders phrases: `said`, `Tuesday`, `million`.
pub(super) const EMPTY: u8 = 1;
/// It borders phrases where it is always written with a capital: `March`.
pub(super) const EMPTY_NAME: u8 = 2;
/// It says little by itself: `new`, `way`.
pub(super) const WEAK: u8 = 4;
/// As a rule a verb follows: `to`, `we`, `could`.
pub(super) const BEFORE_VERB: u8 = 8;
/// It joins two names in one: `Bank of England`.
pub(super) const JOIN: u8 = 16;
/// What follows is a thing or a place and no person: `in`, `the`.
pub(super) const BEFORE_THING: u8 = 32;
/// A noun follows, or what describes one: `the`, `their`.
pub(super) const DETERMINER: u8 = 64;
/// So it does here, where no -ing form does: `across`, `with`.
pub(super) const PREPOSITION: u8 = 128;

/// The classes of a lexicon's parts, in their order.
const PARTS: [u8; 7] = [EMPTY, WEAK, BEFORE_VERB, JOIN, BEFORE_THING, DETERMINER, PREPOSITION];
/// Slots of a table; a power of two, several times as many as the longest list has words.
const SLOTS: usize = 1024;

/// The words of a language, hashed at compile time.
pub(super) struct Lexicon {
    /// The words, divided by single spaces, and the parts by `|`; what begins with `^` is empty as a name alone.
    list: &'static [u8],
    /// One more than the offset of a word in the list, 0 is empty; its length; and its class. It lies apart, since memory
    /// that holds addresses is written to whenever a library is loaded, and this need not be.
    slots: &'static [(u16, u8, u8); SLOTS],
}

/// The lexicon of a list.
macro_rules! lexicon {
    ($list:expr $(,)?) => {
        Lexicon { list: $list.as_bytes(), slots: const { &Lexicon::slots($list) } }
    };
}

impl Lexicon {
    /// The lexicon of a language, if there is one.
    pub(super) fn of(language: &str) -> Option<&'static Lexicon> {
        LEXICONS.iter().find(|(code, _)| *code == language).map(|(_, lexicon)| lexicon)
    }

    /// The class of a stem: a set of bits, of which most words have none.
    #[inline]
    pub(super) fn class(&self, stem: &[u8]) -> u8 {
        let (Some(first), Some(last)) = (stem.first(), stem.last()) else { return 0 };
        let middle = stem.get(stem.len() / 2).unwrap_or(last);
        let mut slot = hash(*first, *middle, *last, stem.len());
        // Most words find an empty slot at once.
        while let Some(&(entry @ 1.., len, class)) = self.slots.get(slot) {
            let start = usize::from(entry) - 1;
            if usize::from(len) == stem.len() && self.list.get(start..start + stem.len()) == Some(stem) {
                return class;
            }
            slot = (slot + 1) % SLOTS;
        }
        0
    }

    /// The table of a list.
    const fn slots(list: &'static str) -> [(u16, u8, u8); SLOTS] {
        let list = list.as_bytes();
        let mut slots = [(0, 0, 0); SLOTS];
        let (mut start, mut part) = (0, 0);
        while start < list.len() {
            let mut end = start;
            while end < list.len() && list[end] != b' ' {
                end += 1;
            }
            if list[start] == b'|' {
                part += 1;
            } else {
                let class = if list[start] == b'^' { EMPTY_NAME } else { PARTS[part] };
                start += (class == EMPTY_NAME) as usize;
                let mut slot = hash(list[start], list[start + (end - start) / 2], list[end - 1], end - start);
                while slots[slot].0 != 0 && !is_at(list, slots[slot].0 as usize - 1, slots[slot].1, start, end) {
                    slot = (slot + 1) % SLOTS;
                }
                slots[slot] = (start as u16 + 1, (end - start) as u8, class | slots[slot].2);
            }
            start = end + 1;
        }
        slots
    }
}

/// Whether the word at `start..end` of a list is also the one of a length at `other`.
const fn is_at(list: &[u8], other: usize, length: u8, start: usize, end: usize) -> bool {
    let mut at = 0;
    while start + at < end && list[other + at] == list[start + at] {
        at += 1;
    }
    start + at == end && at == length as usize
}

/// A slot for a word, from four things about it that are at hand.
const fn hash(first: u8, middle: u8, last: u8, len: usize) -> usize {
    let key = first as u32 | (middle as u32) << 8 | (last as u32) << 16 | (len as u32) << 24;
    (key.wrapping_mul(0x9E37_79B1) >> 22) as usize
}

/// The lexicons, by language: empty words | weak ones | what stands before verbs | joins | before what is no person | determiners |
/// prepositions.
static LEXICONS: [(&str, Lexicon); 18] = [
    (
        "en",
        lexicon!(
            "behind via anoth never someth anyth noth everyth someon everyon held said say told tell add announc accord ask \
         note explain think thought know known want get got make made go went come came take took look like use need \
         give gave show find found help tri start begin began let put keep kept seem feel felt becom becam happen \
         includ monday tuesday wednesday thursday friday saturday sunday januari februari ^march april june juli \
         ^august septemb octob novemb decemb year day week month hour minut today yesterday tomorrow tonight morn \
         afternoon evening two three four five six seven eight nine ten hundr thousand million billion trillion \
         percent dozen first second third mr mrs ms dr differ various sever mani certain recent abl actual realli \
         howev yes okay ok hey hi wow alright well far instead ago almost away back perhap mayb soon near togeth less pleas simpli \
         usual often sometim final uh um hmm mm mm-hmm yeah oh p.m a.m km expect sir rather quit enough despit \
         throughout especi particular previous meanwhil later earlier easili quick high direct further henc thus \
         therefor furthermor moreov toward e.g i.e et al etc done caught last next gonna wanna met won | report claim \
         follow base new good great big larg small low long old earli late import best better littl major main full \
         real thing way lot kind sort bit part time peopl man men woman women person number case fact end place set \
         state-of-the-art inc ltd corp co jr bros quarter strong higher lower total top left right photo imag video \
         hand head side name call line word level front moment chanc piec night exampl lesson remind result approach method work paper problem propos present studi | \
         to we they he she i you who can could will would may might must should not also don't didn't doesn't let \
         i'm | of | in at near across throughout the a an this that these those our their his her it my your | \
         a an anoth ani each everi her his it my no our some that the their these this those whose your | \
         about across after against among around at befor between by dure for from in into near of on over through \
         toward under with without",
        ),
    ),
    (
        "fr",
        lexicon!(
            "aur ser des en coût contr dit déclar affirm ajout annonc expliqu indiqu estim précis assur confi lund mard \
         mercred jeud vendred samed dimanch janvi févri mar avril mai juin juillet août septembr octobr novembr \
         décembr an anné jour mois semain heur minut aujourd'hui hi demain matin soir deux trois quatr cinq six sept \
         huit neuf dix cent mill million milliard euros premi deuxiem second derni prochain certain plusieur \
         différent fair fait doit peut pourr selon afin ains égal not permet permettr mettr mis prendr pris m mme mm \
         mlle maîtr presqu peu loin souvent encor déjà jam toujour depuis pres environ | nouveau nouvel grand pet \
         bon meilleur import jeun cas fois point chos person nombr part fin | a ont est sont été être avait avaient \
         était étaient ser seront va vont ne pas il elle on nous vous je se qui avoir | de du la le | à en dan le la \
         un une de du l ce cet son sa se",
        ),
    ),
    (
        "de",
        lexicon!(
            "sagt sag erklart teilt betont bericht montag dienstag mittwoch donnerstag freitag samstag sonntag januar \
         februar marz april mai juni juli august septemb oktob novemb dezemb jahr tag woch monat stund minut uhr \
         heut gest morg zwei drei vier funf sech sieb acht neun zehn hundert tausend million milliard prozent euro \
         erst zweit dritt letzt weit verschied mehr viel etwa rund sowi bereit jedoch jahrhundert zeit herr frau dr \
         prof imm schon sehr nur wied dabei damal heisst nennt | neu gross klein gut alt lang hoch jung meist \
         wichtig teil form end zahl art fall mensch met | wird wurd zu hat hab nicht werd kann konn soll | | in aus \
         nach der die das den dem des ein im am zum zur",
        ),
    ),
    (
        "es",
        lexicon!(
            "dij dic señal afirm explic añad asegur anunc indic lun mart miercol juev viern sab doming ener febrer marz \
         abril may juni juli agost septiembr octubr noviembr diciembr año dia seman mes hor minut hoy ayer mañan dos \
         tres cuatr cinc seis siet ocho nuev diez cien mil millon eur prim primer segund ultim proxim hac hech pued \
         segun ademas vari diferent señor sr sra don doñ | gran grand pequeñ buen mejor mayor vez part cas form cos \
         person | ha han fue fueron ser sid esta estan no se hab pued | de del la los las | en el la los las un una",
        ),
    ),
    (
        "it",
        lexicon!(
            "ha dett dic dichiar spieg aggiunt annunc afferm luned marted mercoled gioved venerd sab domen gennai \
         febbrai marz april magg giugn lugl agost settembr ottobr novembr dicembr anno giorn settiman mes ora min \
         oggi ier doman due tre quattr cinqu sei sett otto nov diec cent mil milion miliard eur prim second ultim \
         prossim far fatt può div signor sig | nuov grand piccol buon miglior volt part cas mod cos person | è son \
         stat esser ha hann non si può | di del dell dei | a in il lo la i gli le un una",
        ),
    ),
    (
        "pt",
        lexicon!(
            "diss diz afirm explic acrescent anunc inform segunda-feir terça-feir quarta-feir quinta-feir sexta-feir sáb \
         doming janeir fevereir marc abril mai junh julh agost setembr outubr novembr dezembr ano dia seman mês hor \
         minut hoj ontem amanhã dois duas três quatr cinc seis set oit nov dez cem mil milhã milhõ rea eur primeir \
         segund últim próxim faz feit pod vári diferent sr sra senhor | grand pequen bom melhor maior vez part cas \
         form cois pesso | foi for ser sid está estã nã se tem têm pod | de do da dos das | em no na o a os as um \
         uma",
        ),
    ),
    (
        "nl",
        lexicon!(
            "zei zegt vertel verklaar meldt maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari \
         maart april mei juni juli augustus september oktober november december jaar dag week maand uur minuut \
         vandaag gister morg twee drie vier vijf zes zeef acht neeg tien honderd duis miljoen miljard procent euro \
         eerst tweede laatst volg verschil meneer mevrouw dhr mevr | nieuw groot klein goed oud lang hoog jong deel \
         keer men | wordt werd wer te heef heb niet wor kan zal | van der den | in uit de het een",
        ),
    ),
    (
        "id",
        lexicon!(
            "jadi kait kata ujar ucap tutur jelas ungkap imbuh urut sebut ata sampai senin selasa rabu kamis jumat sabtu \
         minggu januar februar maret april mei juni juli agustus september oktober november desember tahun hari \
         bulan jam menit pagi siang malam marin dua tiga empat lima enam tujuh delap sembil sepuluh ratus ribu juta \
         miliar triliun persen rp tama akhir salah para pihak saat sekitar hingga laku detikcom pak bapak bu ibu | \
         baru besar kecil baik tinggi orang penting hal cara bagi | akan telah sudah bisa dapat tidak untuk ingin \
         harus | | di",
        ),
    ),
    (
        "vi",
        lexicon!(
            "nói cho biết theo thứ ngày tháng năm giờ phút tuần hôm nay qua sáng chiều tối hai ba bốn sáu bảy tám chín \
         mười trăm nghìn triệu tỷ tỉ đồng đầu tiên người việc trên dưới sau trước khi lúc nhiều một số các những | \
         mới lớn nhỏ tốt cao",
        ),
    ),
    (
        "ru",
        lexicon!(
            "сказа заяв сообщ отмет рассказа добав слов понедельник вторник сред четверг пятниц суббот воскресен январ \
         феврал март апрел ма июн июл август сентябр октябр ноябр декабр год лет ден недел месяц час минут сегодн \
         вчер завтр два три четыр пят шест сем восем девя деся сто тысяч миллион миллиард процент перв втор последн \
         разн | нов больш маленьк хорош врем человек люд част случа",
        ),
    ),
    (
        "sv",
        lexicon!(
            "sad säg berät uppg måndag tisdag onsdag torsdag fredag lördag söndag januari februari mar april maj juni \
         juli augusti septemb oktob novemb decemb år dag veck mån timm minut idag igår imorgon två tre fyr fem sex \
         sju ått nio tio hundr tus miljon miljard procent kron först andr sist fler olik | ny stor lit god gammal \
         lång hög del gång människ",
        ),
    ),
    (
        "pl",
        lexicon!(
            "powiedz dod podkreśl poinformow poniedziałek wtorek środ czwartek piątek sobot niedziel styczn lut marc \
         kwietn maj czerwc lipc sierpn wrześn październik listopad grudn rok lat dzien tydzien miesi godzin dzis \
         wczor jutr dwa trz czter pięc sz sied os dziewięc dziesięc sto tysi milion miliard procent pierw drug \
         ostatn | now duż mał dobr czas człowiek ludz",
        ),
    ),
    (
        "tr",
        lexicon!(
            "dedi söyledi belirtti açıkladı ifa et pazartes sal çarşamba perşembe ç cumartes pazar ocak şubat mart nisa \
         mayıs hazira temmuz ağustos eylül ek kas aralık yıl gün haf ay saat dakik bugu dün yar ik üç dört beş al \
         yedi sek dok on yüz bin milyo milyar ilk ikinci son | ye büyük küçük i eski uz yük in zama",
        ),
    ),
    (
        "zh",
        lexicon!(
            "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月 周一 周二 周三 周四 周五 周六 周日 星期一 星期二 星期三 星期四 星期五 星期六 星期日 去年 今年 年 月 日 时 分 秒 点 \
         名 个 位 次 元 万 亿 说 表示 称 指出 认为 今天 昨天 明天 星期 周 小时 分钟 进行 可以 已经 一 二 两 三 四 五 六 七 八 九 十 百 千 第 每天 宣布 没有 目前 其中 通过 以及 由于 \
         预计",
        ),
    ),
    (
        "ja",
        lexicon!(
            "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月 年 月 日 時 分 秒 人 名 個 回 件 円 万 億 午前 午後 今日 昨日 明日 今年 昨年 同日 時間 分間 述べ 語 発表 今 一 \
         二 三 四 五 六 七 八 九 十 百 千 第 約 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 現在 以上 場合 同 的 者 上 中 内 後 前 等 曜日 現地 日本時間 新しい 発生 実施 予定 可能 \
         必要 関係",
        ),
    ),
    (
        "th",
        lexicon!(
            "ปี วัน เดือน คน บาท นาฬิกา นาที ชั่วโมง สัปดาห์ วันนี้ เมื่อวาน พรุ่งนี้ กล่าว บอก ระบุ แห่ง ครั้ง อีก \
         จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์ อาทิตย์ สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ ร้อย พัน หมื่น แสน ล้าน",
        ),
    ),
    (
        "ar",
        lexicon!(
            "قال اضاف اعل اعلن اثن ثلاثاء اربعاء خميس جمع سبت احد يناير راير مارس ابريل مايو يون يول اغسطس سبتمبر اكتوبر \
         نوفمبر ديسمبر عام سنة يوم اسبوع شهر ساع دقيق امس غدا اثنان ثلاث اربع خمس ستة سبع ثمان تسع عشر مية الف مليون \
         مليار سنوا مقبل نيسان ايار حزير تموز اب ايلول تشرين كانون شباط اذار",
        ),
    ),
    (
        "hi",
        lexicon!(
            "कह बत सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार जनवर फरवर मार्च अप्रैल म जून जुल अगस्त सितंबर \
         अक्टूबर नवंबर दिसंबर साल वर्ष दिन हफ्त महीन घंट मिनट आज कल द तीन चार पांच छह सात आठ नौ दस सौ हजार लाख करोड़ \
         रुपय पहल",
        ),
    ),
];
