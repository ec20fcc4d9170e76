//! What becomes of the blocks of an article: paragraphs of Markdown with single spaces, under the page's title where it has
//! no first heading of its own.

use std::ops::Range;

use summariser_core::Span;

use super::Page;
use super::content::Chosen;
use super::tree::{Block, Is, Kind, Piece, Tree};

pub(super) fn write(tree: &Tree, chosen: &Chosen) -> Page {
    let mut writer = Writer { tree, left_out: &chosen.left_out, lines: false, page: Page::default() };
    let blocks = || chosen.blocks.iter().map(|block| &tree.blocks[*block]);
    let has_title = blocks().any(|block| block.kind == Kind::Heading(1));
    if !has_title && blocks().next().is_some_and(|first| !writer.says_the_title(first)) {
        writer.title();
    }
    let kinds: Vec<Kind> = blocks().map(|block| writer.kind(block)).collect();
    for (at, block) in blocks().enumerate() {
        let kind_at = |at: Option<usize>| at.and_then(|at| kinds.get(at).copied());
        let (before, kind, after) = (kind_at(at.checked_sub(1)), kinds[at], kind_at(Some(at + 1)));
        // One item is no list: a dash before it would be one of speech.
        let alone = kind == Kind::Item && before != Some(Kind::Item) && after != Some(Kind::Item);
        let close = before == Some(kind) && matches!(kind, Kind::Item | Kind::Row);
        writer.block(if alone { Kind::Prose } else { kind }, block, close);
    }
    writer.page
}

struct Writer<'t> {
    tree: &'t Tree,
    left_out: &'t [bool],
    /// Whether the block that is written may have several lines.
    lines: bool,
    page: Page,
}

/// What parts a title from the name of the site; other marks are looked for where the first are not.
const PARTS: [&[&str]; 2] = [&[" | ", " :: ", " « ", " » ", " · "], &[" - ", " – ", " — ", "_", "-"]];

/// Where the title of a page ends and the name of the site begins: not in its first half.
fn end_of_title(whole: &str) -> usize {
    let ends = |part: &str, at: usize| {
        // Between words without spaces, a mark belongs to a word unless the next one is of another script.
        let rest = whole.get(at + part.len()..).unwrap_or_default();
        2 * at >= whole.len() && (part.len() > 1 || rest.starts_with(|c: char| !c.is_ascii()))
    };
    let first = |parts: &[&str]| {
        let of = |part: &&str| whole.match_indices(*part).map(|(at, _)| at).find(|at| ends(part, *at));
        parts.iter().filter_map(of).min()
    };
    PARTS.iter().find_map(|parts| first(parts)).unwrap_or(whole.len())
}

impl<'t> Writer<'t> {
    /// The page's title, without the name of the site.
    fn title(&mut self) {
        let tree = self.tree;
        let pieces = &tree.pieces[tree.title.clone()];
        let whole: String = pieces.iter().map(|piece| tree.said(piece)).collect();
        let end = end_of_title(&whole);
        self.begin(Kind::Heading(1), false);
        let start = self.page.text.len();
        self.running(pieces, end);
        if self.page.text.len() == start {
            self.page.text.clear();
        }
    }

    /// Whether a block is a heading that the page's title repeats.
    fn says_the_title(&self, block: &Block) -> bool {
        let said = |pieces: Range<usize>| {
            let said: String = self.tree.pieces[pieces].iter().map(|piece| self.tree.said(piece)).collect();
            said.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
        };
        matches!(block.kind, Kind::Heading(_)) && said(self.tree.title.clone()).contains(&said(block.pieces.clone()))
    }

    /// The pieces of a block that are not left out.
    fn own(&self, block: &Block) -> impl Iterator<Item = &'t Piece> + use<'t> {
        self.tree.read(block, self.left_out)
    }

    /// What a block is written as: a row of one cell is none.
    fn kind(&self, block: &Block) -> Kind {
        let one_cell = || !self.own(block).any(|piece| piece.is == Is::Cell);
        if block.kind == Kind::Row && one_cell() { Kind::Prose } else { block.kind }
    }

    /// Writes a block. `close`: no blank line parts it from the one before.
    fn block(&mut self, kind: Kind, block: &Block, close: bool) {
        self.begin(kind, close);
        if kind == Kind::Code {
            // Longer than any in it.
            let longest =
                self.own(block).flat_map(|piece| self.tree.said(piece).split(|c| c != '`')).map(str::len).max();
            let fence = "`".repeat(longest.unwrap_or(0).max(2) + 1);
            self.page.text.push_str(&format!("{fence}\n"));
            self.as_it_is(self.own(block));
            self.page.text.push_str(&format!("\n{fence}"));
        } else {
            self.running(self.own(block), usize::MAX);
        }
        if kind == Kind::Row {
            self.page.text.push_str(" |");
        }
    }

    fn begin(&mut self, kind: Kind, close: bool) {
        self.lines = matches!(kind, Kind::Prose | Kind::Item);
        let text = &mut self.page.text;
        if !text.is_empty() {
            text.push_str(if close { "\n" } else { "\n\n" });
        }
        match kind {
            Kind::Prose | Kind::Code => {}
            Kind::Heading(level) => {
                (0..level).for_each(|_| text.push('#'));
                text.push(' ');
            }
            Kind::Item => text.push_str("- "),
            Kind::Quote => text.push_str("> "),
            Kind::Row => text.push_str("| "),
        }
    }

    /// Writes pieces with single spaces, up to a number of bytes.
    fn running<'p>(&mut self, pieces: impl IntoIterator<Item = &'p Piece>, most: usize) {
        let first = self.page.text.len();
        let (mut read, mut space, mut ended) = (0, false, false);
        for piece in pieces {
            let said = self.tree.said(piece);
            let said = said.get(..most.saturating_sub(read).min(said.len())).unwrap_or(said);
            read += said.len();
            match piece.is {
                Is::Cell => self.page.text.push_str(said),
                // The end of a line counts once there is another line.
                Is::Break => ended = true,
                Is::Derived if said.trim_ascii().is_empty() => space = true,
                Is::Derived => {
                    self.space(first, &mut space, &mut ended);
                    self.derived(said, piece);
                }
                Is::Exact => {
                    let mut from = piece.source.start;
                    for run in said.split_inclusive(|c: char| c.is_ascii_whitespace()) {
                        let word = run.trim_ascii_end();
                        if !word.is_empty() {
                            self.space(first, &mut space, &mut ended);
                            self.exact(word, from);
                        }
                        space |= word.len() < run.len();
                        from += run.len();
                    }
                }
            }
        }
    }

    /// Writes the space or the end of the line that is due, unless nothing is before it.
    fn space(&mut self, first: usize, space: &mut bool, ended: &mut bool) {
        let (space, ended) = (std::mem::take(space), std::mem::take(ended));
        if self.page.text.len() > first && (space || ended) && !self.page.text.ends_with(['\n', ' ']) {
            self.page.text.push(if ended && self.lines { '\n' } else { ' ' });
        }
    }

    /// Writes pieces with all their white space.
    fn as_it_is<'p>(&mut self, pieces: impl IntoIterator<Item = &'p Piece>) {
        for piece in pieces {
            let said = self.tree.said(piece);
            if piece.is == Is::Exact {
                self.exact(said, piece.source.start);
            } else {
                self.derived(said, piece);
            }
        }
    }

    fn derived(&mut self, said: &str, piece: &Piece) {
        let start = self.page.text.len();
        self.page.text.push_str(said);
        let at = Span::of_range(start..self.page.text.len());
        self.page.map.push_derived(at, vec![Span::of_range(piece.source.clone())]);
    }

    fn exact(&mut self, said: &str, from: usize) {
        let start = self.page.text.len();
        self.page.text.push_str(said);
        self.page.map.push_exact(Span::of_range(start..self.page.text.len()), Span::of_range(from..from).start);
    }
}
