// Turns a message into nodes: links open in a new tab, WhatsApp's *bold*, _italic_ and ~struck~ are shown. Never HTML from a text.
const link = /https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]।*_~]/g;
const mark = /(^|[\s(])([*_~])(?=\S)([^\n]*?\S)\2(?=$|[\s).,;:!?])/;
const elements = { '*': 'strong', _: 'em', '~': 's' };

export function nodesOf(text, isWhatsApp) {
  const nodes = [];
  let at = 0;
  for (const found of text.matchAll(link)) {
    nodes.push(...styled(text.slice(at, found.index), isWhatsApp));
    const a = document.createElement('a');
    a.href = found[0];
    a.target = '_blank';
    a.rel = 'noopener noreferrer';
    a.textContent = found[0];
    nodes.push(a);
    at = found.index + found[0].length;
  }
  nodes.push(...styled(text.slice(at), isWhatsApp));
  return nodes;
}

function styled(text, isWhatsApp) {
  const found = isWhatsApp && text.match(mark);
  if (!found) return text ? [document.createTextNode(text)] : [];
  const [all, before, sign, inside] = found;
  const element = document.createElement(elements[sign]);
  element.append(...styled(inside, true));
  return [document.createTextNode(text.slice(0, found.index) + before), element, ...styled(text.slice(found.index + all.length), true)];
}

/** An invitation that opens a chat with the bot: {text}, or null. */
export function invitationOf(href, botNumber) {
  const url = new URL(href);
  return url.hostname === 'wa.me' && url.pathname.slice(1) === botNumber.replace('+', '') ? { text: url.searchParams.get('text') ?? '' } : null;
}
