//! [`ParagraphKind`]: what a block of the text is. Found by `text`, carried by `Document`, judged by rankers and
//! plugins; so it lives below all of them.

/// What a paragraph is. Only prose, quotes and list items hold sentences; the other kinds never enter a summary.
///
/// The numbers cross the plugin boundary and never change; a number that is not known reads as
/// [`Other`](ParagraphKind::Other).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[repr(u8)]
pub enum ParagraphKind {
    /// Running text.
    #[default]
    Prose = 0,
    /// A heading; its level is the paragraph's level, 1 the highest.
    Heading = 1,
    /// One item of a list; its level is the depth, 1 the outermost.
    ListItem = 2,
    /// A quotation set apart (`> …`).
    Quote = 3,
    /// Program text or other preformatted matter.
    Code = 4,
    /// One row of a table.
    TableRow = 5,
    /// Where and when a report was filed, and by which agency: `LONDON (Reuters) -`.
    Dateline = 6,
    /// Who wrote it: `By Jane Doe`.
    Byline = 7,
    /// Who is to be thanked or paid: `(Agencies)`, `Photo: Jane Doe`.
    Credit = 8,
    /// What stands under a picture or table.
    Caption = 9,
    /// Words of the page and not of the text: `Read more`, `Subscribe to our newsletter`, a cookie note, a rule.
    Furniture = 10,
    /// A kind that a newer host knows and this build does not.
    Other = 255,
}

impl ParagraphKind {
    /// Every kind, in the order of its number.
    pub const ALL: [ParagraphKind; 12] = [
        ParagraphKind::Prose,
        ParagraphKind::Heading,
        ParagraphKind::ListItem,
        ParagraphKind::Quote,
        ParagraphKind::Code,
        ParagraphKind::TableRow,
        ParagraphKind::Dateline,
        ParagraphKind::Byline,
        ParagraphKind::Credit,
        ParagraphKind::Caption,
        ParagraphKind::Furniture,
        ParagraphKind::Other,
    ];

    /// The kind of a number that crossed the boundary.
    #[must_use]
    pub fn from_code(code: u8) -> ParagraphKind {
        Self::ALL.into_iter().find(|kind| *kind as u8 == code).unwrap_or(ParagraphKind::Other)
    }

    /// Whether paragraphs of this kind are divided into sentences.
    #[must_use]
    pub const fn has_sentences(self) -> bool {
        matches!(self, ParagraphKind::Prose | ParagraphKind::ListItem | ParagraphKind::Quote)
    }

    /// Its name in output and documentation.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            ParagraphKind::Prose => "prose",
            ParagraphKind::Heading => "heading",
            ParagraphKind::ListItem => "list item",
            ParagraphKind::Quote => "quote",
            ParagraphKind::Code => "code",
            ParagraphKind::TableRow => "table row",
            ParagraphKind::Dateline => "dateline",
            ParagraphKind::Byline => "byline",
            ParagraphKind::Credit => "credit",
            ParagraphKind::Caption => "caption",
            ParagraphKind::Furniture => "furniture",
            ParagraphKind::Other => "other",
        }
    }
}
