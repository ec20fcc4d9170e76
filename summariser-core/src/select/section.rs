//! [`Sections`]: what a structured text falls into. The main sections are those of the highest level of headings of
//! which at least two have something to say; what stands before the first of them is one more.

use crate::{Document, ParagraphKind, length};

/// Sections of fewer words than this in every sentence say nothing.
const SENTENCE: usize = 4;

/// The main sections of a text, if it has any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sections {
    /// The section of each sentence, or [`NONE`].
    of_sentences: Vec<u32>,
    count: usize,
}

impl Sections {
    /// Those of a document. A text with fewer than two headings of one level over sentences has none; sections that no
    /// summary needs, such as *References* and *Licence*, are none.
    ///
    /// ```
    /// # #[cfg(feature = "analysis")] {
    /// use summariser_core::{Document, select::Sections};
    /// let text = "# Mill\n\nIt was sold in May.\n\n## Past\n\nThe mill burnt in 1911.\n\n## Future\n\nIt will be a museum.\n\n## References\n\nOrr, The mills of Holm, 1987.";
    /// let document = Document::parse(text);
    /// assert_eq!(Sections::of(&document).len(), 3);
    /// # }
    /// ```
    #[must_use]
    pub fn of(document: &Document<'_>) -> Sections {
        let is_heading = |kind: &u8| *kind == ParagraphKind::Heading as u8;
        if document.columns().paragraph_kinds.iter().filter(|kind| is_heading(kind)).count() < 2 {
            return Sections::default();
        }
        let mut headings: Vec<Heading> = Vec::new();
        for paragraph in document.paragraphs() {
            if paragraph.kind() == ParagraphKind::Heading {
                let is_spare = is_spare(paragraph.text());
                headings.push(Heading { at: paragraph.index(), level: paragraph.level(), is_spare, speaks: false });
            } else if paragraph.sentences().any(|sentence| length::words(sentence.text()) >= SENTENCE) {
                // It speaks for every heading that it is under.
                let mut level = u8::MAX;
                for heading in headings.iter_mut().rev() {
                    if heading.level < level {
                        if heading.speaks {
                            break;
                        }
                        level = heading.level;
                        heading.speaks = true;
                    }
                }
            }
        }
        let of_level = |level: u8| headings.iter().filter(move |heading| heading.is_main(level)).count();
        let Some(level) = (1..=u8::MAX).take(DEEPEST).find(|level| of_level(*level) >= 2) else {
            return Sections::default();
        };
        Sections::at(document, &headings, level)
    }

    fn at(document: &Document<'_>, headings: &[Heading], level: u8) -> Sections {
        let mut sections = Sections { of_sentences: Vec::with_capacity(document.sentences().len()), count: 0 };
        let mut borders = headings.iter().filter(|heading| heading.level <= level).peekable();
        // The section that a paragraph is in, once it has a sentence: numbers follow the text without a gap.
        let (mut number, mut is_spare) = (NONE, false);
        for sentence in document.sentences() {
            let paragraph = sentence.paragraph().index();
            while let Some(border) = borders.next_if(|border| border.at < paragraph) {
                number = NONE;
                is_spare = border.is_spare;
            }
            if number == NONE && !is_spare && length::words(sentence.text()) >= SENTENCE {
                number = u32::try_from(sections.count).unwrap_or(NONE);
                sections.count += 1;
            }
            sections.of_sentences.push(number);
        }
        sections
    }

    /// How many there are; never 1.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether the text has no sections.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The section of a sentence, by its number from 0; none where it is in none, or in one that no summary needs.
    #[must_use]
    pub fn of_sentence(&self, index: usize) -> Option<usize> {
        self.of_sentences.get(index).filter(|section| **section != NONE).map(|section| *section as usize)
    }
}

/// No section.
const NONE: u32 = u32::MAX;
/// The deepest level of headings that may be that of the main sections.
const DEEPEST: usize = 4;

/// A heading of the text.
struct Heading {
    /// Its paragraph.
    at: usize,
    level: u8,
    /// Whether its section is one that no summary needs.
    is_spare: bool,
    /// Whether a sentence stands under it.
    speaks: bool,
}

impl Heading {
    fn is_main(&self, level: u8) -> bool {
        self.level == level && self.speaks && !self.is_spare
    }
}

/// Whether no summary needs a section of this heading.
fn is_spare(heading: &str) -> bool {
    // "7. References:" is "references".
    let name = heading.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    let name = name.strip_prefix("appendix").map_or(&*name, |_| "appendix");
    SPARE.contains(&name)
}

/// Headings of what belongs to the page, the publisher or the library, in several languages.
#[rustfmt::skip]
const SPARE: [&str; 118] = [
    "references", "reference", "bibliography", "works cited", "literature", "sources", "citations", "footnotes",
    "endnotes", "notes", "further reading", "external links", "see also", "related links", "related articles",
    "links", "more", "learn more", "more information", "acknowledgements", "acknowledgments", "acknowledgement",
    "license", "licence", "licensing", "copyright", "table of contents", "contents", "toc", "index", "appendix",
    "glossary", "about the author", "about the authors", "author", "authors", "contributors", "contact", "contacts",
    "disclaimer", "literatur", "literaturverzeichnis", "einzelnachweise", "quellen", "weblinks", "siehe auch",
    "inhalt", "inhaltsverzeichnis", "danksagung", "lizenz", "impressum", "anhang", "références", "bibliographie",
    "notes et références", "voir aussi", "liens externes", "remerciements", "table des matières", "sommaire",
    "annexe", "annexes", "referencias", "bibliografía", "véase también", "enlaces externos", "agradecimientos",
    "índice", "licencia", "notas", "anexo", "anexos", "riferimenti", "bibliografia", "note", "voci correlate",
    "collegamenti esterni", "ringraziamenti", "indice", "licenza", "appendice", "referências", "ver também",
    "ligações externas", "agradecimentos", "licença", "bronnen", "referenties", "zie ook", "externe links",
    "literatuur", "inhoud", "inhoudsopgave", "licentie", "bijlage", "примечания", "литература", "ссылки", "источники",
    "см. также", "содержание", "оглавление", "лицензия", "приложение", "благодарности", "参考文献", "参考资料", "外部链接",
    "外部リンク", "脚注", "関連項目", "目录", "目次", "参见", "谢辞", "謝辞", "附录", "付録",
];
