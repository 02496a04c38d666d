/** What the engine sends was refused for the moment only; the same command goes again. */
export class NotNow extends Error {
  override readonly name = 'NotNow';
}
