// How many short messages a text costs; the same rule as SmsSegments on the server, here for every key pressed.
const basic = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà');
const extension = new Set('\f^{}\\[~]|€');

export function segmentsOf(text) {
  const characters = [...text];
  const isGsm = characters.every((c) => basic.has(c) || extension.has(c));
  const [single, several] = isGsm ? [160, 153] : [70, 67];
  let units = 0;
  let segments = 1;
  let inSegment = 0;
  for (const c of characters) {
    const size = isGsm ? (extension.has(c) ? 2 : 1) : c.length;
    if (inSegment + size > several) {
      segments++;
      inSegment = 0;
    }
    inSegment += size;
    units += size;
  }
  const encoding = isGsm ? 'GSM-7' : 'UCS-2';
  return units <= single ? { encoding, units, segments: 1, left: single - units } : { encoding, units, segments, left: several - inSegment };
}
