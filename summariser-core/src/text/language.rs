//! [`Language`]: the languages that have a name here. A language is the number of its code, so that it costs a byte and
//! every table of words can be chosen by it.

/// A language, by its BCP 47 code.
///
/// ```
/// # #[cfg(feature = "analysis")] {
/// use summariser_core::text::Language;
/// assert_eq!(Language::from_code("de-AT").code(), "de");
/// assert_eq!(Language::from_code("no such code"), Language::UNKNOWN);
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(u8);

/// Every language that has a name here: the code, and the code of three letters. The first one is "undetermined".
const CODES: [(&str, &str); 86] = [
    ("und", "und"),
    ("af", "afr"),
    ("ak", "aka"),
    ("am", "amh"),
    ("ar", "ara"),
    ("az", "aze"),
    ("be", "bel"),
    ("bg", "bul"),
    ("bn", "ben"),
    ("bo", "bod"),
    ("ca", "cat"),
    ("cs", "ces"),
    ("cy", "cym"),
    ("da", "dan"),
    ("de", "deu"),
    ("el", "ell"),
    ("en", "eng"),
    ("eo", "epo"),
    ("es", "spa"),
    ("et", "est"),
    ("eu", "eus"),
    ("fa", "pes"),
    ("fi", "fin"),
    ("fr", "fra"),
    ("ga", "gle"),
    ("gl", "glg"),
    ("gu", "guj"),
    ("he", "heb"),
    ("hi", "hin"),
    ("hr", "hrv"),
    ("hu", "hun"),
    ("hy", "hye"),
    ("id", "ind"),
    ("is", "isl"),
    ("it", "ita"),
    ("ja", "jpn"),
    ("jv", "jav"),
    ("ka", "kat"),
    ("kk", "kaz"),
    ("km", "khm"),
    ("kn", "kan"),
    ("ko", "kor"),
    ("la", "lat"),
    ("lo", "lao"),
    ("lt", "lit"),
    ("lv", "lav"),
    ("mk", "mkd"),
    ("ml", "mal"),
    ("mn", "mon"),
    ("mr", "mar"),
    ("ms", "msa"),
    ("my", "mya"),
    ("ne", "nep"),
    ("nb", "nob"),
    ("nl", "nld"),
    ("no", "nor"),
    ("or", "ori"),
    ("pa", "pan"),
    ("pl", "pol"),
    ("ps", "pus"),
    ("pt", "por"),
    ("ro", "ron"),
    ("ru", "rus"),
    ("si", "sin"),
    ("sk", "slk"),
    ("sl", "slv"),
    ("sn", "sna"),
    ("sq", "sqi"),
    ("sr", "srp"),
    ("st", "sot"),
    ("sv", "swe"),
    ("sw", "swa"),
    ("ta", "tam"),
    ("te", "tel"),
    ("th", "tha"),
    ("ti", "tir"),
    ("tk", "tuk"),
    ("tl", "tgl"),
    ("tr", "tur"),
    ("uk", "ukr"),
    ("ur", "urd"),
    ("uz", "uzb"),
    ("vi", "vie"),
    ("yi", "yid"),
    ("zh", "cmn"),
    ("zu", "zul"),
];

/// The number of a code that is in the table; used to name languages in constants.
const fn numbered(code: &str) -> Language {
    let wanted = code.as_bytes();
    let mut at = 0;
    while at < CODES.len() {
        let have = CODES[at].0.as_bytes();
        if have.len() == wanted.len() && have[0] == wanted[0] && have[1] == wanted[1] {
            return Language(at as u8);
        }
        at += 1;
    }
    Language(0)
}

macro_rules! named {
    ($($name:ident $code:literal)*) => {
        $(pub(crate) const $name: Language = numbered($code);)*
    };
}

impl Language {
    /// Undetermined: `und`.
    pub const UNKNOWN: Language = Language(0);

    named! {
        AMHARIC "am" ARABIC "ar" ARMENIAN "hy" BASQUE "eu" BULGARIAN "bg" CATALAN "ca" CHINESE "zh" CROATIAN "hr"
        CZECH "cs" DANISH "da" DUTCH "nl" ENGLISH "en" ESPERANTO "eo" ESTONIAN "et" FINNISH "fi" FRENCH "fr"
        GERMAN "de" GREEK "el" HEBREW "he" HINDI "hi" HUNGARIAN "hu" ICELANDIC "is" INDONESIAN "id" IRISH "ga"
        ITALIAN "it" JAPANESE "ja" KAZAKH "kk" KHMER "km" KOREAN "ko" LAO "lo" LITHUANIAN "lt" BURMESE "my"
        NEPALI "ne" BOKMAL "nb" NORWEGIAN "no" PASHTO "ps" PERSIAN "fa" POLISH "pl" PORTUGUESE "pt"
        ROMANIAN "ro" RUSSIAN "ru" SERBIAN "sr" SLOVAK "sk" SLOVENE "sl" SOTHO "st" SPANISH "es" SWEDISH "sv"
        TAMIL "ta" THAI "th" TIBETAN "bo" TURKISH "tr" UKRAINIAN "uk" URDU "ur" VIETNAMESE "vi" YIDDISH "yi"
        BENGALI "bn" GUJARATI "gu" PUNJABI "pa" ODIA "or" TELUGU "te" KANNADA "kn" MALAYALAM "ml" SINHALA "si"
        GEORGIAN "ka" BELARUSIAN "be" AZERBAIJANI "az"
    }

    /// Its number, which is another one in every version.
    pub(super) const fn number(self) -> u8 {
        self.0
    }

    /// Its code: two letters where there are two, `und` for [`Language::UNKNOWN`].
    #[must_use]
    pub fn code(self) -> &'static str {
        CODES.get(usize::from(self.0)).map_or("und", |(code, _)| code)
    }

    /// The language of a code: of two or three letters, in any case, with or without region (`pt-BR`, `zh_Hant`).
    #[must_use]
    pub fn from_code(code: &str) -> Language {
        let primary = code.trim().split(['-', '_']).next().unwrap_or_default();
        let found = CODES
            .iter()
            .position(|(two, three)| two.eq_ignore_ascii_case(primary) || three.eq_ignore_ascii_case(primary));
        Language(found.and_then(|at| u8::try_from(at).ok()).unwrap_or(0))
    }
}
