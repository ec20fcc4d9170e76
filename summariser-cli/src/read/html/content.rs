//! Which of a page is its article. What is called or tagged as something around an article is left out, unless hardly
//! anything would be left; of the rest that is taken which is in the innermost element that has most of the prose. Links
//! with little beside them are no prose.

use super::tree::{Block, Is, Kind, Piece, Role, Tree};

/// What is read of a page: the blocks, in their order, and whether an element is left out.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    pub(super) blocks: Vec<usize>,
    pub(super) left_out: Vec<bool>,
}

/// A block that is shorter, links left out, is no evidence of an article: bytes of it.
const PROSE: usize = 50;
/// So much prose makes an article.
const ENOUGH: usize = 400;
/// What an element must have of all prose to be where the article is, in per cent.
const MOST: usize = 70;
/// Prose with more links than this is a menu unless it is long: per cent, and bytes.
const LINKS: usize = 50;
const LONG: usize = 200;

pub(super) fn choose(tree: &Tree) -> Chosen {
    let visible = left_out(tree, &[], |_| false);
    // A page of links is what it is.
    let counts = if of_elements(tree, &visible, Counts::Prose)[0] > 0 { Counts::Prose } else { Counts::Text };
    let sums = of_elements(tree, &visible, counts);
    let all = sums[0];
    // From strict to lenient: what is left out besides what is never read. An eighth of a page that has much else is still
    // its article; and what has most of a page is not around it, whatever it is called.
    let enough = |left: &Vec<bool>| of_elements(tree, left, counts)[0] >= ENOUGH.min(all / 4).max(all / 8).max(1);
    let is_most = |at: usize| tree.elements[at].role == Role::CalledAround && 2 * sums[at] > all;
    let rules: [&[Role]; 2] = [&[Role::Around, Role::CalledAround], &[Role::Around]];
    let left = rules.into_iter().map(|rule| left_out(tree, rule, is_most)).find(enough).unwrap_or(visible);
    let root = if counts == Counts::Prose { root(tree, &of_elements(tree, &left, counts)) } else { 0 };
    let mut inside = vec![false; tree.elements.len()];
    for at in 0..inside.len() {
        inside[at] = at == root || at > root && inside[tree.elements[at].parent];
    }
    let is_said = |piece: &Piece| piece.is != Is::Cell && !tree.said(piece).trim().is_empty();
    let is_read = |block: &Block| tree.read(block, &left).any(|piece| inside[piece.element] && is_said(piece));
    let mut blocks: Vec<usize> = (0..tree.blocks.len()).filter(|at| is_read(&tree.blocks[*at])).collect();
    if counts == Counts::Prose {
        let no_menus = || blocks.iter().copied().filter(|block| !is_menu(tree, &tree.blocks[*block], &left));
        let kept = without_idle_headings(tree, no_menus().collect());
        // Where there is nothing else, it was none.
        blocks = if kept.is_empty() { blocks } else { kept };
        // What is said before the title is of the page, unless it is a text.
        let is_prose = |block: &Block| block.kind == Kind::Prose && unlinked(tree, block, &left) >= PROSE;
        let title = blocks.iter().position(|block| tree.blocks[*block].kind == Kind::Heading(1)).unwrap_or(0);
        let mut number = 0..;
        blocks.retain(|block| number.next() >= Some(title) || is_prose(&tree.blocks[*block]));
    }
    Chosen { blocks, left_out: left }
}

/// What tells where the article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counts {
    Prose,
    /// All there is, where there is no prose.
    Text,
}

/// Whether each element is left out, itself or with one that it is in: those of some roles but for exceptions.
fn left_out(tree: &Tree, rule: &[Role], is_kept: impl Fn(usize) -> bool) -> Vec<bool> {
    let mut left = vec![false; tree.elements.len()];
    for (at, element) in tree.elements.iter().enumerate() {
        let own = element.role == Role::Unread || rule.contains(&element.role) && !is_kept(at);
        left[at] = own || left[element.parent];
    }
    left
}

/// How much is in each element of what counts, in bytes; there is one for the page at least.
fn of_elements(tree: &Tree, left: &[bool], counts: Counts) -> Vec<usize> {
    let mut sums = vec![0; tree.elements.len()];
    let is_prose = |block: &&Block| !matches!(block.kind, Kind::Heading(_)) && unlinked(tree, block, left) >= PROSE;
    for block in tree.blocks.iter().filter(|block| counts == Counts::Text || is_prose(block)) {
        let counted = |piece: &&Piece| counts == Counts::Text || !tree.elements[piece.element].linked;
        tree.read(block, left).filter(counted).for_each(|piece| sums[piece.element] += tree.said(piece).trim().len());
    }
    for at in (1..sums.len()).rev() {
        sums[tree.elements[at].parent] += sums[at];
    }
    sums
}

/// How long a block is, links left out.
fn unlinked(tree: &Tree, block: &Block, left: &[bool]) -> usize {
    tree.read(block, left)
        .filter(|piece| !tree.elements[piece.element].linked)
        .map(|piece| tree.said(piece).trim().len())
        .sum()
}

/// The innermost element with most of the prose of the page, or of the element that is marked as its main part if that has
/// more than half of it, and with more than one block.
fn root(tree: &Tree, sums: &[usize]) -> usize {
    let has = |at: usize, all: usize, share: usize| sums[at] * 100 >= all * share && sums[at] > 0;
    let marked = (0..sums.len()).filter(|at| tree.elements[*at].role == Role::Main && 2 * sums[*at] > sums[0]);
    let marked = marked.max_by_key(|at| sums[*at]).unwrap_or(0);
    // Children stand behind their parents, and what has most of the marked part is in it or around it.
    let mut root = (marked..sums.len()).rev().find(|at| has(*at, sums[marked], MOST)).unwrap_or(marked);
    let mut blocks = vec![0; sums.len()];
    for piece in tree.blocks.iter().filter_map(|block| tree.pieces.get(block.pieces.start)) {
        blocks[piece.element] += 1;
    }
    for at in (1..blocks.len()).rev() {
        blocks[tree.elements[at].parent] += blocks[at];
    }
    // The one paragraph of a page is not its article, nor is its longest list.
    while (blocks[root] < 2 || !tree.elements[root].holds_articles) && root > 0 {
        root = tree.elements[root].parent;
    }
    root
}

fn is_menu(tree: &Tree, block: &Block, left: &[bool]) -> bool {
    if matches!(block.kind, Kind::Heading(_) | Kind::Code) {
        return false;
    }
    let length = |piece: &Piece| tree.said(piece).trim().len();
    let all: usize = tree.read(block, left).map(length).sum();
    let linked: usize = tree.read(block, left).filter(|piece| tree.elements[piece.element].linked).map(length).sum();
    all < LONG && linked * 100 > all * LINKS
}

/// Without headings that nothing stands under, such as that of a list of links.
fn without_idle_headings(tree: &Tree, blocks: Vec<usize>) -> Vec<usize> {
    let mut kept = Vec::with_capacity(blocks.len());
    // The level that has something under it, seen from behind: all headings have that are above it.
    let mut under: Option<u8> = None;
    for block in blocks.into_iter().rev() {
        match tree.blocks[block].kind {
            Kind::Heading(level) if under.is_some_and(|under| level < under) => {
                under = Some(level);
                kept.push(block);
            }
            Kind::Heading(_) => {}
            _ => {
                under = Some(u8::MAX);
                kept.push(block);
            }
        }
    }
    kept.reverse();
    kept
}
