// One message on a phone's screen.
import { nodesOf } from './text.js';

const zone = 'Asia/Kolkata';
const hour = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });

export const dayOf = (at) => day.format(new Date(at));
export const hourOf = (at) => hour.format(new Date(at));

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined && value !== null) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function bubbleOf(message, phone, tap) {
  const isLost = message.errorCode !== null && !message.fromPerson;
  const bubble = make('article', {
    class: `bubble ${message.fromPerson ? 'out' : 'in'}${isLost ? ' lost' : ''}`,
    'data-testid': message.fromPerson ? 'bubble-out' : 'bubble-in',
    'data-sid': message.sid,
    'data-status': message.status,
    'data-error': message.errorCode,
  });
  bubble.append(make('span', { class: 'unseen' }, message.fromPerson ? `${phone.name}: ` : 'DiGiBachat: '));
  if (!isLost) for (const media of message.media) bubble.append(mediaOf(media, message.fromPerson));
  if (message.place) bubble.append(make('p', { class: 'place' }, `📍 ${message.place.label}`));
  if (message.body) bubble.append(make('p', { class: 'words', dir: 'auto' }, ...nodesOf(message.body, message.channel === 'whatsapp')));
  if (message.errorCode !== null) bubble.append(make('p', { class: 'trouble' }, troubleOf(message)));
  bubble.append(metaOf(message, phone));
  if (message.choices.length > 0 && !isLost) bubble.append(choicesOf(message, tap));
  bubble.dataset.content = contentOf(message);
  return bubble;
}

const contentOf = ({ body, media, place, choices, errorCode }) => JSON.stringify([body, media.map((each) => each.contentType), place, choices, errorCode]);

/** How far a message has come is shown without touching the rest: a link in it keeps its focus. False when more than that changed. */
export function refresh(bubble, message, phone) {
  if (bubble.dataset.content !== contentOf(message)) return false;
  bubble.dataset.status = message.status;
  bubble.querySelector('.meta').replaceWith(metaOf(message, phone));
  return true;
}

const troubleOf = (message) => `${message.fromPerson ? 'No answer' : 'Not delivered'}: ${message.errorText} (${message.errorCode})`;

function metaOf(message, phone) {
  const meta = make('p', { class: 'meta' });
  if (message.channel === 'sms' && phone.channel !== 'sms') meta.append(make('span', { class: 'tag' }, 'SMS'));
  if (message.channel === 'sms' && !message.fromPerson) {
    const { segments, encoding, units } = message.segments;
    meta.append(make('span', { class: `cost${encoding === 'UCS-2' ? ' dear' : ''}`, 'data-testid': 'segments' }, `${segments} SMS · ${units} ${encoding}`));
  }
  meta.append(make('time', { datetime: message.at }, hourOf(message.at)));
  if (message.fromPerson) meta.append(tickOf(message));
  return meta;
}

function tickOf(message) {
  const [sign, words] =
    message.status === 'receiving' ? ['◷', 'on its way'] : message.errorCode !== null ? ['!', 'not answered'] : ['✓✓', 'the bot has it'];
  return make('span', { class: `tick${message.errorCode !== null ? ' bad' : ''}`, role: 'img', 'aria-label': words, title: words }, sign);
}

function mediaOf(media, fromPerson) {
  const type = media.contentType;
  const name = decodeURIComponent(new URL(media.source).pathname.split('/').pop());
  if (type.startsWith('image/')) {
    const image = make('img', { src: media.url, alt: fromPerson ? 'Picture sent' : 'Picture from DiGiBachat', loading: 'lazy' });
    return make('a', { class: 'picture', href: media.url, target: '_blank', rel: 'noopener' }, image);
  }
  if (type.startsWith('audio/')) return make('audio', { controls: '', src: media.url, 'aria-label': 'Voice note' });
  if (type.startsWith('video/')) return make('video', { controls: '', src: media.url, 'aria-label': 'Video' });
  if (type === '') return make('p', { class: 'document' }, 'Fetching…');
  const kind = type === 'application/pdf' ? 'PDF' : type.split('/')[1].toUpperCase();
  return make(
    'a',
    { class: 'document', href: media.url, target: '_blank', rel: 'noopener', 'data-testid': 'document' },
    make('span', { class: 'kind', 'aria-hidden': 'true' }, kind),
    make('span', { class: 'file' }, make('span', { class: 'title' }, fromPerson ? 'Document' : name), make('small', {}, `${kind} · opens in a new tab`)),
  );
}

function choicesOf(message, tap) {
  const buttons = message.choices.map((choice) => {
    const button = make('button', { type: 'button', 'data-testid': 'choice' }, choice.title);
    if (choice.description) button.append(make('small', {}, choice.description));
    button.addEventListener('click', () => tap(choice, message.sid));
    return button;
  });
  return make('div', { class: 'choices', role: 'group', 'aria-label': 'Answers' }, ...buttons);
}
