//! What a worker may do: read the system's libraries while it loads its own, and nothing afterwards but compute and
//! answer. Set up before the library is opened, since loading runs its constructors; whatever cannot be enforced here is
//! said, never passed over.

use serde::{Deserialize, Serialize};

/// What is enforced in a worker.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enforced {
    /// No files but the system's libraries, and none at all once the plugins are loaded: how far, or why not.
    pub files: Guard,
    /// No network, no programs, no other processes, no signals to them: how far, or why not.
    pub calls: Guard,
    /// Bounds of memory, open files and core dumps: how far, or why not.
    pub limits: Guard,
}

impl std::fmt::Display for Enforced {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Enforced { files, calls, limits } = self;
        write!(f, "no files: {files}; no network, programs or other processes: {calls}; limits: {limits}")
    }
}

/// Whether something is enforced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Guard {
    /// Wholly, and by what.
    Whole(String),
    /// In part, and what is missing.
    Part(String),
    /// Not at all, and why.
    None(String),
}

impl Default for Guard {
    fn default() -> Guard {
        Guard::None("no worker was asked".to_owned())
    }
}

impl std::fmt::Display for Guard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Guard::Whole(how) => write!(f, "enforced ({how})"),
            Guard::Part(what) => write!(f, "enforced in part ({what})"),
            Guard::None(why) => write!(f, "not enforced ({why})"),
        }
    }
}

#[cfg(target_os = "linux")]
pub use linux::{close, confine};

/// There is no sandbox here.
#[cfg(not(target_os = "linux"))]
pub fn confine() -> (Guard, Guard) {
    let none = || Guard::None(format!("there is no sandbox for {} yet", std::env::consts::OS));
    (none(), none())
}

/// There is no sandbox here.
#[cfg(not(target_os = "linux"))]
pub fn close() -> Result<(), String> {
    Ok(())
}

#[cfg(target_os = "linux")]
pub(super) mod linux {
    use std::collections::BTreeMap;

    use landlock::{
        ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, RestrictionStatus, Ruleset, RulesetAttr,
        RulesetCreatedAttr, RulesetError, RulesetStatus, Scope, path_beneath_rules,
    };

    use super::super::filter::{Condition, Verdict, program};
    use super::Guard;

    /// The newest rules that are asked for; older kernels enforce what they know.
    const RULES: ABI = ABI::V6;
    /// Where the system's loader looks for what a library needs.
    const LIBRARIES: [&str; 8] =
        ["/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache", "/nix/store"];

    /// Before any library is loaded: only the system's libraries can be opened, and only what computing needs be called.
    pub fn confine() -> (Guard, Guard) {
        (files(landlocked(&LIBRARIES).map(|status| status.ruleset)), calls(filtered()))
    }

    /// What landlock's answer comes to.
    pub(super) fn files(answer: Result<RulesetStatus, impl std::fmt::Display>) -> Guard {
        match answer {
            Ok(RulesetStatus::FullyEnforced) => Guard::Whole("landlock".to_owned()),
            Ok(RulesetStatus::PartiallyEnforced) => Guard::Part("landlock of an older kernel".to_owned()),
            Ok(_) => Guard::None("the kernel has no landlock, or it is switched off".to_owned()),
            Err(error) => Guard::None(format!("landlock: {error}")),
        }
    }

    /// What that of seccomp comes to.
    pub(super) fn calls(answer: Result<(), String>) -> Guard {
        match answer {
            Ok(()) => Guard::Whole("seccomp".to_owned()),
            Err(error) => Guard::None(format!("seccomp: {error}")),
        }
    }

    /// After all libraries are loaded: no file can be opened any more.
    ///
    /// # Errors
    /// The kernel does not do it.
    pub fn close() -> Result<(), String> {
        // Of the threads that a constructor may have started, landlock takes hold of none and seccomp of all.
        let landlock = landlocked(&[]).map(drop).map_err(|error| format!("landlock: {error}"));
        landlock.and(install(closed()))
    }

    fn landlocked(readable: &[&str]) -> Result<RestrictionStatus, RulesetError> {
        Ruleset::default()
            .set_compatibility(CompatLevel::BestEffort)
            .handle_access(AccessFs::from_all(RULES))?
            .handle_access(AccessNet::from_all(RULES))?
            .scope(Scope::from_all(RULES))?
            .create()?
            .add_rules(path_beneath_rules(readable, AccessFs::from_read(RULES)))?
            .restrict_self()
    }

    fn filtered() -> Result<(), String> {
        install(confined())
    }

    /// The verdicts on calls, and that on all others.
    type Verdicts = (BTreeMap<i64, Verdict>, Verdict);

    fn install((calls, otherwise): Verdicts) -> Result<(), String> {
        seccompiler::apply_filter_all_threads(&program(calls, otherwise)?).map_err(|error| error.to_string())
    }

    /// Those that hold before any library is loaded.
    pub(in super::super) fn confined() -> Verdicts {
        let allowed = COMPUTING.iter().chain(OPENING).map(|call| (*call, Verdict::Allow));
        let mut calls: BTreeMap<_, _> = allowed.chain(conditional()).collect();
        // The C library tries `clone3` first, whose flags no filter can see, and makes do without where there is none.
        calls.insert(libc::SYS_clone3, Verdict::Refuse(libc::ENOSYS));
        (calls, Verdict::Refuse(libc::EPERM))
    }

    /// Those that hold besides once all are loaded.
    pub(in super::super) fn closed() -> Verdicts {
        (OPENING.iter().map(|call| (*call, Verdict::Refuse(libc::EACCES))).collect(), Verdict::Allow)
    }

    /// What may be called with some arguments alone.
    fn conditional() -> impl Iterator<Item = (i64, Verdict)> {
        let masked = |argument, mask, value| Condition { argument, mask, value };
        let equal = |argument, value| masked(argument, u64::MAX, value);
        let thread = libc::CLONE_THREAD as u64;
        // Memory that the limits count: theirs are neither shared pages of no file nor a second stack.
        let (shared, no_file, stack) = (libc::MAP_SHARED, libc::MAP_ANONYMOUS, libc::MAP_GROWSDOWN);
        let without = |flags: i32| masked(3, flags as u64, 0);
        let descriptor = [libc::F_DUPFD, libc::F_GETFD, libc::F_SETFD, libc::F_GETFL, libc::F_DUPFD_CLOEXEC];
        let calls = [
            // Threads, and no processes.
            (libc::SYS_clone, vec![masked(0, thread, thread)]),
            (libc::SYS_mmap, vec![without(shared | stack), without(no_file | stack)]),
            // `abort` and `raise`.
            (libc::SYS_tgkill, vec![equal(0, u64::from(std::process::id()))]),
            // Names of threads; and what the second layer of this sandbox begins with.
            (libc::SYS_prctl, vec![equal(0, libc::PR_SET_NAME as u64), equal(0, libc::PR_SET_NO_NEW_PRIVS as u64)]),
            // Limits can be looked at.
            (libc::SYS_prlimit64, vec![equal(2, 0)]),
            (libc::SYS_fcntl, descriptor.map(|what| equal(1, what as u64)).to_vec()),
        ];
        calls.into_iter().map(|(call, conditions)| (call, Verdict::AllowIf(conditions)))
    }

    /// What computing, allocating, threads, clocks and answering need.
    const COMPUTING: &[i64] = &[
        libc::SYS_brk,
        libc::SYS_clock_getres,
        libc::SYS_clock_gettime,
        libc::SYS_clock_nanosleep,
        libc::SYS_close,
        libc::SYS_dup,
        libc::SYS_dup3,
        libc::SYS_exit,
        libc::SYS_exit_group,
        libc::SYS_fstat,
        libc::SYS_futex,
        libc::SYS_getcpu,
        libc::SYS_getegid,
        libc::SYS_geteuid,
        libc::SYS_getgid,
        libc::SYS_getpid,
        libc::SYS_getrandom,
        libc::SYS_getrusage,
        libc::SYS_gettid,
        libc::SYS_gettimeofday,
        libc::SYS_getuid,
        libc::SYS_lseek,
        libc::SYS_madvise,
        libc::SYS_membarrier,
        libc::SYS_mprotect,
        libc::SYS_mremap,
        libc::SYS_munmap,
        libc::SYS_nanosleep,
        libc::SYS_ppoll,
        libc::SYS_pread64,
        libc::SYS_pwrite64,
        libc::SYS_read,
        libc::SYS_recvmsg,
        libc::SYS_restart_syscall,
        libc::SYS_rseq,
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigreturn,
        libc::SYS_sched_getaffinity,
        libc::SYS_sched_yield,
        libc::SYS_seccomp,
        libc::SYS_sendmsg,
        libc::SYS_sendto,
        libc::SYS_set_robust_list,
        libc::SYS_set_tid_address,
        libc::SYS_sigaltstack,
        libc::SYS_landlock_create_ruleset,
        libc::SYS_landlock_restrict_self,
        libc::SYS_uname,
        libc::SYS_write,
        libc::SYS_writev,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_arch_prctl,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_dup2,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_poll,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_time,
    ];

    /// What looks at files by name, which only the loader may.
    const OPENING: &[i64] = &[
        libc::SYS_faccessat,
        libc::SYS_faccessat2,
        libc::SYS_newfstatat,
        libc::SYS_openat,
        libc::SYS_readlinkat,
        libc::SYS_statx,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_access,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_lstat,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_open,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_readlink,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_stat,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said where the system enforces so much.
    #[cfg(target_os = "linux")]
    fn check(files: Result<landlock::RulesetStatus, &str>, calls: Result<(), &str>, expected: &str) {
        let calls = linux::calls(calls.map_err(str::to_owned));
        let enforced = Enforced { files: linux::files(files), calls, limits: Guard::Whole("rlimits".to_owned()) };
        assert_eq!(enforced.to_string(), format!("{expected}; limits: enforced (rlimits)"));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_is_not_enforced_is_said() {
        use landlock::RulesetStatus::{FullyEnforced, NotEnforced, PartiallyEnforced};
        check(
            Ok(FullyEnforced),
            Ok(()),
            "no files: enforced (landlock); no network, programs or other processes: enforced (seccomp)",
        );
        check(
            Ok(PartiallyEnforced),
            Err("it is not there"),
            "no files: enforced in part (landlock of an older kernel); no network, programs or other processes: not \
             enforced (seccomp: it is not there)",
        );
        check(
            Ok(NotEnforced),
            Ok(()),
            "no files: not enforced (the kernel has no landlock, or it is switched off); no network, programs or other \
             processes: enforced (seccomp)",
        );
        check(
            Err("it cannot be asked"),
            Ok(()),
            "no files: not enforced (landlock: it cannot be asked); no network, programs or other processes: enforced \
             (seccomp)",
        );
    }

    #[test]
    fn of_no_worker_nothing_is_known() {
        assert!(Enforced::default().to_string().contains("no files: not enforced (no worker was asked)"));
    }
}
