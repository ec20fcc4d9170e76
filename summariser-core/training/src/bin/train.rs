//! `train FILE`: grows the forest from every set that may be learnt from, below the folder `SUMMARISE_DATA`, and writes it.
//! The same data give the same bytes.

use std::io::{Result, Write, stdout};
use std::path::PathBuf;

use summariser_training::boost::{Growth, grow};
use summariser_training::example::Example;
use summariser_training::set::SETS;

fn main() -> Result<()> {
    let folder = PathBuf::from(std::env::var_os("SUMMARISE_DATA").unwrap_or_else(|| "data".into()));
    let file = std::env::args_os().nth(1).unwrap_or_else(|| "summariser-core/src/rank/model/salience.bin".into());
    let mut examples = Vec::new();
    for (number, set) in SETS.iter().enumerate().filter(|(_, set)| set.trains) {
        let samples = set.read(&folder)?;
        writeln!(stdout(), "{}: {} texts", set.name, samples.len())?;
        examples.extend(samples.iter().map(|sample| Example::new(sample, number, set)));
    }
    let bytes = grow(&examples.iter().collect::<Vec<_>>(), &Growth::default());
    std::fs::write(&file, &bytes)?;
    writeln!(stdout(), "{} bytes", bytes.len())
}
