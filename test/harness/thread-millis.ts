/** Processor time that `work` took in this thread, in ms: how busy the machine is with other things does not count. */
export function threadMillis(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
