/** To be loaded before a server whose memory is measured: at SIGUSR2 it collects its garbage and writes down what is left. */
import { renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

process.on('SIGUSR2', () => {
  for (let n = 0; n < 3; n++) collect();
  const file = `${tmpdir()}/bench-memory-${process.pid}.json`;
  writeFileSync(`${file}.new`, JSON.stringify(process.memoryUsage()));
  renameSync(`${file}.new`, file);
});
