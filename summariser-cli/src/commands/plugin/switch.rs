//! `plugin enable` and `plugin disable`. A damaged state is set aside by both: whoever says what is to hold from now on
//! need not mend first what was said before.

use crate::diagnostic::did_you_mean;
use crate::host::discover::Registry;
use crate::host::manifest::is_id;
use crate::host::state::State;

/// Switches a plugin on, whatever had switched it off.
pub(super) fn enable(id: &str) -> Result<String, String> {
    let was_off = State::change(|state| state.enable(id))?;
    Ok(if was_off { format!("{id} is switched on\n") } else { format!("{id} was not switched off\n") })
}

/// Switches a plugin off.
pub(super) fn disable(id: &str, registry: &Registry) -> Result<String, String> {
    // One that is not there now may be there again tomorrow; but what is nearly the name of one that is was meant so.
    let is_there = registry.found.iter().any(|found| found.id.as_deref() == Some(id));
    let near = did_you_mean(id, registry.ids());
    if !is_there && (!near.is_empty() || !is_id(id)) {
        return Err(format!("there is no plugin `{id}`{near}"));
    }
    let was_on = State::change(|state| state.disable(id))?;
    let note = if is_there { "" } else { ", and there is none of this name now" };
    Ok(if was_on { format!("{id} is switched off{note}\n") } else { format!("{id} was switched off already\n") })
}
