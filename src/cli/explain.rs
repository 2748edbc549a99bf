//! check
#[derive(clap::Args)]
pub struct Arguments {}
impl Arguments { pub fn run(self) -> anyhow::Result<std::process::ExitCode> { todo!() } }
