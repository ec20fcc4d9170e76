//! What is on a page and inside what: elements, in the order in which they begin, and the pieces of text in them, grouped
//! into blocks. The tokenizer is a library that does what the standard says; the tree is built more simply than browsers
//! do, since it only has to be known what a text is part of.

use std::collections::HashMap;
use std::ops::Range;

use html5gum::{Emitter, Error, State, Tokenizer, naive_next_state};

use crate::read::decode::UTF_8_MARK;

use super::names::{
    AROUND, BLOCKS, CALLED_AROUND, CLOSES, COMMENTS, HEADINGS, HOLDERS, OF_HEAD, SAYS_OTHERWISE, UNREAD, VOID,
};

/// A page.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// The first is the page itself.
    pub(super) elements: Vec<Element>,
    pub(super) blocks: Vec<Block>,
    pub(super) pieces: Vec<Piece>,
    /// The text of all pieces, references resolved.
    pub(super) text: String,
    /// The pieces of the page's title.
    pub(super) title: Range<usize>,
}

/// What an element is to those who look for the article.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Element {
    /// The one that it is in, which stands before it; the first is in itself.
    pub(super) parent: usize,
    pub(super) role: Role,
    /// It is a link or in one.
    pub(super) linked: bool,
    /// It is a part of the page that an article may be all of, and no list or quotation.
    pub(super) holds_articles: bool,
}

/// The later ones have the last word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    #[default]
    Plain,
    /// What stands around an article by what it is called, which may be wrong.
    CalledAround,
    /// Where pages put what they are about.
    Main,
    /// What stands around an article by its tag: menus, footers, asides; and comments.
    Around,
    /// Never read: scripts, fields of forms, what is hidden.
    Unread,
}

/// What Markdown makes of a block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    Prose,
    Heading(u8),
    Item,
    Quote,
    Code,
    Row,
}

/// Text that stands apart from what is before and behind it.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    pub(super) kind: Kind,
    pub(super) pieces: Range<usize>,
}

/// Text in one element.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) element: usize,
    /// Where it lies in the text of the tree.
    pub(super) text: Range<usize>,
    /// Where it lies on the page.
    pub(super) source: Range<usize>,
    pub(super) is: Is,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Is {
    /// The same bytes as on the page.
    Exact,
    /// What a reference or a tag stands for: `&`, a quotation mark.
    Derived,
    /// The end of a line.
    Break,
    /// Where one cell of a row ends and the next begins.
    Cell,
}

/// How far up is looked for what an element ends.
const NEAR: usize = 32;

impl Tree {
    pub(super) fn of(source: &str) -> Tree {
        let mut builder = Builder::new(source);
        // Reading a text does not fail.
        let _ = Tokenizer::new_with_emitter(source, &mut builder).finish();
        builder.finish()
    }

    /// The text of a piece.
    pub(super) fn said(&self, piece: &Piece) -> &str {
        self.text.get(piece.text.clone()).unwrap_or_default()
    }

    /// The pieces of a block that are in no element that is left out.
    pub(super) fn read<'t>(&'t self, block: &Block, left_out: &'t [bool]) -> impl Iterator<Item = &'t Piece> + use<'t> {
        self.pieces[block.pieces.clone()].iter().filter(|piece| !left_out[piece.element])
    }
}

/// An element that has not ended.
#[derive(Debug)]
struct Open {
    name: String,
    element: usize,
    /// What a block is that begins in it.
    kind: Kind,
}

/// The tag that is being read.
#[derive(Debug, Default)]
struct Tag {
    name: Vec<u8>,
    is_end: bool,
    is_empty: bool,
    attribute: Vec<u8>,
    value: Vec<u8>,
    /// By its attributes.
    role: Role,
}

#[derive(Debug)]
struct Builder<'s> {
    source: &'s str,
    /// In XHTML `<a/>` is an empty element, in HTML it begins one.
    is_xml: bool,
    /// How far the page was read, and how far before what is read now.
    at: usize,
    done: usize,
    tag: Tag,
    last_start: Vec<u8>,
    tree: Tree,
    bytes: Vec<u8>,
    open: Vec<Open>,
    /// How many elements of each name have not ended.
    names: HashMap<String, usize>,
    /// Whether the next text begins a block.
    apart: bool,
    /// Whether the page's title has ended.
    has_title: bool,
}

impl<'s> Builder<'s> {
    fn new(source: &'s str) -> Builder<'s> {
        let mut tree = Tree::default();
        tree.elements.push(Element::default());
        Builder {
            source,
            is_xml: source.trim_start_matches('\u{FEFF}').trim_start().starts_with("<?xml"),
            at: 0,
            done: 0,
            tag: Tag::default(),
            last_start: Vec::new(),
            tree,
            bytes: Vec::new(),
            open: Vec::new(),
            names: HashMap::new(),
            apart: true,
            has_title: false,
        }
    }

    fn finish(mut self) -> Tree {
        // A page is UTF-8, and so is what is on it.
        self.tree.text = String::from_utf8(self.bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
        self.tree
    }

    fn element(&self) -> usize {
        self.open.last().map_or(0, |open| open.element)
    }

    /// Text, wherever it comes from.
    fn add(&mut self, said: &[u8], source: Range<usize>, is: Is) {
        let element = self.element();
        let role = self.tree.elements[element].role;
        let is_title = self.open.last().is_some_and(|open| open.name == "title") && !self.is_foreign();
        if role == Role::Unread && !is_title || is_title && self.has_title {
            return;
        }
        let start = self.bytes.len();
        let from = self.tree.pieces.len();
        if is_title {
            let first = if self.tree.title.is_empty() { from } else { self.tree.title.start };
            self.tree.title = first..from + 1;
        } else if self.apart {
            if matches!(is, Is::Break | Is::Cell) || said.trim_ascii().is_empty() {
                return;
            }
            let kind = self.open.last().map_or(Kind::Prose, |open| open.kind);
            // Only the first block of an item is marked as one.
            if let (Kind::Item, Some(open)) = (kind, self.open.iter_mut().rev().take(NEAR).find(|it| it.name == "li")) {
                open.kind = Kind::Prose;
                let item = open.element;
                let inside = self.open.iter_mut().rev().take_while(|it| it.element > item);
                inside.for_each(|it| it.kind = Kind::Prose);
            }
            self.tree.blocks.push(Block { kind, pieces: from..from });
            self.apart = false;
        } else if let (Some(last), Is::Exact) = (self.tree.pieces.last_mut(), is)
            && last.is == Is::Exact
            && last.element == element
            && last.source.end == source.start
        {
            self.bytes.extend_from_slice(said);
            last.source.end = source.end;
            last.text.end = self.bytes.len();
            return;
        }
        self.bytes.extend_from_slice(said);
        self.tree.pieces.push(Piece { element, text: start..self.bytes.len(), source, is });
        if !is_title && let Some(block) = self.tree.blocks.last_mut() {
            block.pieces.end = from + 1;
        }
    }

    /// What a tag stands for.
    fn mark(&mut self, said: &str, is: Is) {
        let tag = self.done..self.at;
        self.add(said.as_bytes(), tag, is);
    }

    fn start(&mut self, name: String) {
        for (starts, ends, within) in CLOSES {
            if starts.contains(&name.as_str()) {
                let near = self.open.iter().rev().take(NEAR).map(|open| open.name.as_str());
                let found = near.take_while(|it| !within.contains(it)).position(|it| ends.contains(&it));
                if let Some(depth) = found {
                    self.close(depth + 1);
                }
            }
        }
        // The head ends where something begins that is not of it.
        if self.is_in("head") && !OF_HEAD.contains(&name.as_str()) && !self.is_foreign() {
            self.end("head");
        }
        let stands_apart = BLOCKS.contains(&name.as_str()) && !self.is_foreign();
        if stands_apart {
            let near = self.open.iter().rev().take(NEAR).map(|open| open.name.as_str());
            let paragraph = near.take_while(|it| *it == "p" || !BLOCKS.contains(it)).position(|it| it == "p");
            if let Some(depth) = paragraph {
                self.close(depth + 1);
            }
        }
        self.apart |= stands_apart && self.tree.elements[self.element()].role != Role::Unread;
        match name.as_str() {
            "br" => self.break_line(),
            "td" | "th" => self.cell(),
            "q" => self.mark("\"", Is::Derived),
            // A power, or a note: no digit of the number before it.
            "sup" if !self.apart && self.bytes.last().is_some_and(u8::is_ascii_digit) => self.mark("^", Is::Derived),
            _ => {}
        }
        let is_foreign = matches!(name.as_str(), "svg" | "math") || self.is_foreign();
        if VOID.contains(&name.as_str()) || (self.is_xml || is_foreign) && self.tag.is_empty {
            return;
        }
        let parent = self.element();
        let Element { role, linked, .. } = self.tree.elements[parent];
        let in_main = role == Role::Main;
        let own = match self.tag.role {
            _ if UNREAD.contains(&name.as_str()) => Role::Unread,
            Role::Plain if name == "main" || name == "article" => Role::Main,
            Role::Plain if name == "header" && (in_main || self.is_in("article") || self.is_in("main")) => Role::Plain,
            Role::Plain if AROUND.contains(&name.as_str()) => Role::Around,
            // Some pages are one form.
            Role::Plain if name == "form" => Role::CalledAround,
            // What the whole page or the article is in is called what one will.
            Role::Around | Role::CalledAround if matches!(name.as_str(), "html" | "body") => Role::Plain,
            Role::Around | Role::CalledAround if name == "main" => Role::Main,
            Role::CalledAround if name == "article" => Role::Main,
            own => own,
        };
        // What is in something unread is unread; all else is found out by whoever goes up.
        let role = if role == Role::Unread { Role::Unread } else { own };
        let above = self.open.last().map_or(Kind::Prose, |open| open.kind);
        let kind = match name.as_str() {
            level if HEADINGS.contains(&level) => Kind::Heading(name.as_bytes()[1] - b'0'),
            "li" => Kind::Item,
            "blockquote" => Kind::Quote,
            "pre" | "listing" | "xmp" | "plaintext" => Kind::Code,
            "tr" => Kind::Row,
            "p" | "div" | "section" | "ul" | "ol" if above == Kind::Row => Kind::Prose,
            _ => above,
        };
        let element = self.tree.elements.len();
        let holds_articles = HOLDERS.contains(&name.as_str());
        self.tree.elements.push(Element { parent, role, linked: linked || name == "a", holds_articles });
        *self.names.entry(name.clone()).or_default() += 1;
        self.open.push(Open { name, element, kind });
    }

    fn end(&mut self, name: &str) {
        if name == "q" {
            self.mark("\"", Is::Derived);
        }
        if name == "br" {
            self.break_line();
        }
        self.has_title |= name == "title" && !self.tree.title.is_empty();
        self.apart |= BLOCKS.contains(&name) && self.tree.elements[self.element()].role != Role::Unread;
        // A heading ends with that of any level.
        let is_heading = |name: &str| HEADINGS.contains(&name);
        let ends = |open: &Open| open.name == name || is_heading(name) && is_heading(&open.name);
        let is_open = self.is_in(name) || is_heading(name) && HEADINGS.iter().any(|level| self.is_in(level));
        if is_open && let Some(depth) = self.open.iter().rev().position(ends) {
            self.close(depth + 1);
        }
    }

    /// Whether what is read is part of a drawing or formula, which have rules of their own.
    fn is_foreign(&self) -> bool {
        self.is_in("svg") || self.is_in("math")
    }

    fn is_in(&self, name: &str) -> bool {
        self.names.get(name).is_some_and(|open| *open > 0)
    }

    /// Ends the innermost elements.
    fn close(&mut self, count: usize) {
        for open in self.open.drain(self.open.len() - count..) {
            if let Some(left) = self.names.get_mut(&open.name) {
                *left -= 1;
            }
        }
    }

    /// Two ends of lines with nothing between them are the end of a block.
    fn break_line(&mut self) {
        if self.apart {
            return;
        }
        let is_blank = |piece: &&Piece| self.bytes[piece.text.clone()].trim_ascii().is_empty() && piece.is == Is::Exact;
        let last = self.tree.pieces.iter().rev().find(|piece| !is_blank(piece));
        if last.is_some_and(|last| last.is == Is::Break) {
            self.apart = true;
        } else {
            self.mark("\n", Is::Break);
        }
    }

    /// A cell stands in the block of its row, if that has begun.
    fn cell(&mut self) {
        let is_row = self.tree.blocks.last().is_some_and(|block| block.kind == Kind::Row);
        if !self.is_in("tr") {
            self.apart = true;
        } else if is_row && !self.apart {
            self.mark(" | ", Is::Cell);
        }
    }

    /// What an attribute says of its element.
    fn attribute_ends(&mut self) {
        let value = String::from_utf8_lossy(&self.tag.value).to_ascii_lowercase();
        // Names are parted by white space, and their words by what else is no letter.
        let names = || value.split_ascii_whitespace().map(|name| name.split(|c: char| !c.is_ascii_alphanumeric()));
        let is = |words: &[&str]| {
            let mut own =
                names().filter(|name| name.clone().next().is_none_or(|first| !SAYS_OTHERWISE.contains(&first)));
            own.any(|mut name| name.any(|word| words.contains(&word)))
        };
        let role = match self.tag.attribute.to_ascii_lowercase().as_slice() {
            b"hidden" => Role::Unread,
            // A page behind an open dialog is hidden so, too.
            b"aria-hidden" if value == "true" => Role::CalledAround,
            b"style" if value.replace(' ', "").contains("display:none") => Role::CalledAround,
            b"role" if value == "main" => Role::Main,
            b"class" | b"id" if is(&COMMENTS) => Role::Around,
            b"class" | b"id" | b"role" if is(&CALLED_AROUND) => Role::CalledAround,
            _ => Role::Plain,
        };
        self.tag.role = self.tag.role.max(role);
        self.tag.attribute.clear();
        self.tag.value.clear();
    }
}

/// What the tokenizer calls; it gets nothing back, since all is done here.
impl Emitter for &mut Builder<'_> {
    type Token = std::convert::Infallible;

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start = name.unwrap_or_default().to_vec();
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn emit_eof(&mut self) {}
    fn emit_error(&mut self, _: Error) {}

    fn pop_token(&mut self) -> Option<Self::Token> {
        None
    }

    fn emit_string(&mut self, said: &[u8]) {
        let bytes = self.source.as_bytes();
        // A byte-order mark is none of the text.
        if self.done == 0 && said.starts_with(UTF_8_MARK) {
            self.done = UTF_8_MARK.len();
            return self.emit_string(&said[UTF_8_MARK.len()..]);
        }
        // What is said as it stands there follows what was said before, or begins where the page was read to. A reference
        // is neither, even if it stands for its own first character or for what follows it.
        let is_reference = bytes.get(self.done) == Some(&b'&') && self.at != self.done + said.len();
        let follows = self.done..self.done + said.len();
        let begins = self.at..self.at + said.len();
        let exact = [follows, begins].into_iter().find(|place| bytes.get(place.clone()) == Some(said));
        match exact.filter(|_| !is_reference) {
            Some(place) => {
                self.done = place.end;
                self.add(said, place, Is::Exact);
            }
            None => {
                let place = self.done.min(self.at)..self.at;
                self.done = self.at;
                self.add(said, place, Is::Derived);
            }
        }
    }

    fn init_start_tag(&mut self) {
        self.tag = Tag::default();
    }

    fn init_end_tag(&mut self) {
        self.tag = Tag { is_end: true, ..Tag::default() };
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.attribute_ends();
        let name = String::from_utf8_lossy(&self.tag.name).into_owned();
        if self.tag.is_end {
            self.end(&name);
            self.done = self.at;
            return None;
        }
        self.last_start.clone_from(&self.tag.name);
        let is_markup = self.is_xml && self.tag.is_empty || self.is_foreign();
        let next = if is_markup { None } else { naive_next_state(&self.tag.name) };
        self.start(name);
        self.done = self.at;
        next
    }

    fn set_self_closing(&mut self) {
        self.tag.is_empty = true;
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        self.tag.name.extend_from_slice(name);
    }

    fn init_attribute(&mut self) {
        self.attribute_ends();
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        self.tag.attribute.extend_from_slice(name);
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        self.tag.value.extend_from_slice(value);
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.tag.is_end && !self.last_start.is_empty() && self.last_start == self.tag.name
    }

    fn move_position(&mut self, offset: isize) {
        self.at = self.at.saturating_add_signed(offset);
    }

    fn emit_current_comment(&mut self) {
        self.done = self.at;
    }

    fn emit_current_doctype(&mut self) {
        self.done = self.at;
    }

    fn init_comment(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn init_doctype(&mut self) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_force_quirks(&mut self) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
}
