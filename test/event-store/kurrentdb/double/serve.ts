import { KurrentDouble } from './kurrentdb-double.js';

/** A double in a process of its own: prints with what to connect, and serves until its input ends. */
const double = await KurrentDouble.start();
process.stdout.write(`${double.url()}\n`);
process.stdin.resume();
process.stdin.once('end', () => void double.end().then(() => process.exit(0)));
