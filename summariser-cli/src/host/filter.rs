//! Programs for the kernel's filter of calls (classic BPF). While one is installed the kernel runs it for every call
//! that there is, so that a list of comparisons takes a third of a millisecond of every start; this is a tree of them.

use std::collections::BTreeMap;

use seccompiler::{BpfProgram, sock_filter};

/// What becomes of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Allow,
    /// It fails with this number.
    Refuse(i32),
    /// It is allowed if one of the conditions holds, and fails with `EPERM` if none does.
    AllowIf(Vec<Condition>),
}

/// That an argument, of whose bits some are looked at, has this value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Condition {
    /// Which argument, from 0.
    pub(super) argument: u8,
    /// The bits that count.
    pub(super) mask: u64,
    /// What they have to be.
    pub(super) value: u64,
}

/// The machines whose calls are known, each with the number that the kernel gives it.
const MACHINES: [(&str, u32); 3] = [("x86_64", 0xC000_003E), ("aarch64", 0xC000_00B7), ("riscv64", 0xC000_00F3)];

const LOAD: u16 = (libc::BPF_LD | libc::BPF_W | libc::BPF_ABS) as u16;
const AND: u16 = (libc::BPF_ALU | libc::BPF_AND | libc::BPF_K) as u16;
const IS: u16 = (libc::BPF_JMP | libc::BPF_JEQ | libc::BPF_K) as u16;
const IS_FROM: u16 = (libc::BPF_JMP | libc::BPF_JGE | libc::BPF_K) as u16;
const RETURN: u16 = (libc::BPF_RET | libc::BPF_K) as u16;
/// Where the kernel puts the number of a call, the machine, and the arguments, of eight bytes each.
const NUMBER: u32 = 0;
const MACHINE: u32 = 4;
const ARGUMENTS: u32 = 16;

/// The program that gives every call its verdict, and all others the same one. A call of another machine's ends the
/// process.
///
/// # Errors
/// The calls of this machine are not known, or the program is too long.
pub(super) fn program(calls: BTreeMap<i64, Verdict>, otherwise: Verdict) -> Result<BpfProgram, String> {
    let machine = std::env::consts::ARCH;
    let known = MACHINES.into_iter().find(|(name, _)| *name == machine);
    let (_, machine) = known.ok_or_else(|| format!("the calls of {machine} are not known"))?;
    let (ranges, verdicts) = ranges(calls, otherwise)?;
    let mut code = vec![
        instruction(LOAD, MACHINE),
        sock_filter { jt: 1, ..instruction(IS, machine) },
        instruction(RETURN, libc::SECCOMP_RET_KILL_PROCESS),
        instruction(LOAD, NUMBER),
    ];
    // Behind the tree, which has a comparison less than there are ranges, stands what to do for each verdict.
    let mut leaves = Vec::new();
    let mut actions = Vec::new();
    for verdict in &verdicts {
        leaves.push(code.len() + ranges.len() - 1 + actions.len());
        act(verdict, &mut actions);
    }
    tree(&ranges, &leaves, &mut code)?;
    code.append(&mut actions);
    Ok(code)
}

/// From which number on which of the verdicts holds.
type Ranges = Vec<(u32, usize)>;

fn ranges(calls: BTreeMap<i64, Verdict>, otherwise: Verdict) -> Result<(Ranges, Vec<Verdict>), String> {
    let mut verdicts = vec![otherwise];
    let mut ranges: Ranges = vec![(0, 0)];
    for (call, verdict) in calls {
        let call = u32::try_from(call).map_err(|_| format!("{call} is no call"))?;
        let known = verdicts.iter().position(|other| *other == verdict);
        let number = known.unwrap_or_else(|| {
            verdicts.push(verdict);
            verdicts.len() - 1
        });
        // What the one before opened for its end begins here.
        ranges.pop_if(|(start, _)| *start == call);
        if ranges.last().is_none_or(|(_, before)| *before != number) {
            ranges.push((call, number));
        }
        if number != 0 {
            ranges.push((call + 1, 0));
        }
    }
    Ok((ranges, verdicts))
}

/// Compares until one range is left, and jumps to its verdict; the half of the lower numbers comes first.
fn tree(ranges: &[(u32, usize)], leaves: &[usize], code: &mut BpfProgram) -> Result<(), String> {
    let (low, high) = ranges.split_at(ranges.len() / 2);
    let (Some(_), Some((start, _))) = (low.first(), high.first()) else { return Ok(()) };
    let next = code.len() + 1;
    let jump = |half: &[(u32, usize)], comparison: usize| {
        let to = if let [(_, verdict)] = half { leaves.get(*verdict).copied().unwrap_or(next) } else { comparison };
        u8::try_from(to - next).map_err(|_| "its filter is too long".to_owned())
    };
    let (jt, jf) = (jump(high, next + low.len() - 1)?, jump(low, next)?);
    code.push(sock_filter { jt, jf, ..instruction(IS_FROM, *start) });
    tree(low, leaves, code)?;
    tree(high, leaves, code)
}

fn act(verdict: &Verdict, code: &mut BpfProgram) {
    let refuse = |number: i32| instruction(RETURN, libc::SECCOMP_RET_ERRNO | number.unsigned_abs());
    match verdict {
        Verdict::Allow => code.push(instruction(RETURN, libc::SECCOMP_RET_ALLOW)),
        Verdict::Refuse(number) => code.push(refuse(*number)),
        Verdict::AllowIf(conditions) => {
            conditions.iter().for_each(|condition| allow_if(*condition, code));
            code.push(refuse(libc::EPERM));
        }
    }
}

/// Allows if a condition holds, and goes on behind this if not.
fn allow_if(Condition { argument, mask, value }: Condition, code: &mut BpfProgram) {
    let place = ARGUMENTS + 8 * u32::from(argument);
    let mut own = vec![instruction(RETURN, libc::SECCOMP_RET_ALLOW)];
    // A program compares four bytes at a time, and all machines that are known put the lower ones first. It grows from
    // its end, so that it is known how far there is to jump.
    for (place, mask, value) in [(place, mask, value), (place + 4, mask >> 32, value >> 32)] {
        let (mask, value) = (mask as u32, value as u32);
        if mask != 0 {
            let past = own.len() as u8;
            own.insert(0, sock_filter { jf: past, ..instruction(IS, value) });
            own.insert(0, instruction(AND, mask));
            own.insert(0, instruction(LOAD, place));
        }
    }
    code.append(&mut own);
}

fn instruction(code: u16, k: u32) -> sock_filter {
    sock_filter { code, jt: 0, jf: 0, k }
}

#[cfg(test)]
mod tests {
    use seccompiler::{SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule};

    use super::*;

    /// What the kernel does with a program, for a call of a machine's.
    fn run(program: &[sock_filter], machine: u32, number: u32, arguments: [u64; 6]) -> u32 {
        let (mut at, mut held) = (0, 0_u32);
        loop {
            let sock_filter { code, jt, jf, k } = program[at].clone();
            at += 1;
            match code {
                LOAD => {
                    held = match k {
                        NUMBER => number,
                        MACHINE => machine,
                        _ => (arguments[(k - ARGUMENTS) as usize / 8] >> (8 * ((k - ARGUMENTS) % 8))) as u32,
                    }
                }
                AND => held &= k,
                IS => at += usize::from(if held == k { jt } else { jf }),
                IS_FROM => at += usize::from(if held >= k { jt } else { jf }),
                RETURN => return k,
                // What else seccompiler writes.
                0x05 => at += k as usize,
                _ => panic!("no such instruction: {code:#x}"),
            }
        }
    }

    /// The same verdicts by the crate that is written for it, which makes a list of comparisons.
    fn other(calls: &BTreeMap<i64, Verdict>, otherwise: &Verdict, matching: &Verdict) -> BpfProgram {
        let action = |verdict: &Verdict| match verdict {
            Verdict::Refuse(number) => SeccompAction::Errno(number.unsigned_abs()),
            _ => SeccompAction::Allow,
        };
        let rule = |condition: &Condition| {
            let Condition { argument, mask, value } = *condition;
            let comparison = SeccompCmpOp::MaskedEq(mask);
            let condition = SeccompCondition::new(argument, SeccompCmpArgLen::Qword, comparison, value);
            SeccompRule::new(vec![condition.expect("a condition")]).expect("a rule")
        };
        let rules = |verdict: &Verdict| match verdict {
            Verdict::AllowIf(conditions) => conditions.iter().map(rule).collect(),
            _ => Vec::new(),
        };
        let calls = calls.iter().filter(|(_, verdict)| *verdict != otherwise);
        let rules = calls.map(|(call, verdict)| (*call, rules(verdict))).collect();
        let machine = std::env::consts::ARCH.try_into().expect("it is known");
        let filter = SeccompFilter::new(rules, action(otherwise), action(matching), machine).expect("a filter");
        filter.try_into().expect("a program")
    }

    /// Both programs have the same verdict on every call with all kinds of arguments.
    fn check(calls: BTreeMap<i64, Verdict>, otherwise: Verdict, matching: Verdict) {
        let other = other(&calls, &otherwise, &matching);
        let own = program(calls.clone(), otherwise).expect("it is short enough");
        assert!(own.len() <= other.len(), "{} instructions, and a list has {}", own.len(), other.len());
        let bits = (0..64).map(|bit| 1_u64 << bit);
        let values: Vec<u64> = bits.flat_map(|bit| [bit - 1, bit, bit | 1, !bit]).chain(0..2048).collect();
        let machine = MACHINES.into_iter().find(|(name, _)| *name == std::env::consts::ARCH).expect("it is known").1;
        let edges = [999, 1 << 30, (1 << 30) + 1, u32::MAX];
        for number in (0..700).chain(edges) {
            let has_conditions = matches!(calls.get(&i64::from(number)), Some(Verdict::AllowIf(_)));
            for value in &values[..if has_conditions { values.len() } else { 4 }] {
                for argument in 0..6 {
                    let mut arguments = [u64::from(std::process::id()); 6];
                    arguments[argument] = *value;
                    let verdicts = [&own, &other].map(|program| run(program, machine, number, arguments));
                    assert_eq!(verdicts[0], verdicts[1], "call {number} with {arguments:x?}");
                }
            }
            assert_eq!(run(&own, machine ^ 1, number, [0; 6]), libc::SECCOMP_RET_KILL_PROCESS);
        }
    }

    #[test]
    fn the_verdicts_are_those_of_a_list_of_comparisons() {
        let (allow, refuse) = (Verdict::Allow, Verdict::Refuse(libc::EPERM));
        let all = |calls: &[i64]| calls.iter().map(|call| (*call, allow.clone())).collect::<BTreeMap<_, _>>();
        check(all(&[7]), refuse.clone(), allow.clone());
        check(all(&[0]), refuse.clone(), allow.clone());
        check(all(&[0, 1, 2, 5, 6, 300, 699]), refuse.clone(), allow.clone());
        check(all(&(0..650).step_by(7).collect::<Vec<_>>()), refuse.clone(), allow.clone());
        let condition = |argument, mask, value| Condition { argument, mask, value };
        let mut some = all(&[1, 2, 3]);
        some.insert(4, Verdict::AllowIf(vec![condition(1, u64::MAX, 1030), condition(1, u64::MAX, 3)]));
        some.insert(5, Verdict::AllowIf(vec![condition(0, 0x10000, 0x10000), condition(2, 0xFF << 40, 1 << 41)]));
        some.insert(7, Verdict::AllowIf(vec![condition(3, 0x101, 0)]));
        check(some, refuse, allow);
    }

    #[test]
    fn those_of_the_sandbox_are() {
        let (mut calls, otherwise) = super::super::sandbox::linux::confined();
        // The crate has one verdict for all calls that are listed, so the one that is refused otherwise stands aside.
        assert_eq!(calls.remove(&libc::SYS_clone3), Some(Verdict::Refuse(libc::ENOSYS)));
        check(calls, otherwise, Verdict::Allow);
        let (calls, otherwise) = super::super::sandbox::linux::closed();
        check(calls, otherwise, Verdict::Refuse(libc::EACCES));
    }
}
