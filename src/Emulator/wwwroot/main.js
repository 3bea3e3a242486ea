// The page: phones side by side, kept up to date by the emulator's events.
import { api } from './api.js';
import { make } from './bubble.js';
import { Clock } from './clock.js';
import { PhoneCard } from './phone.js';
import { invitationOf } from './text.js';

const noticeTime = 12_000;
const row = document.getElementById('phones');
const notice = document.getElementById('notice');

const page = {
  cards: new Map(),
  numbers: { smsFrom: '', whatsAppFrom: '' },

  botNumber(phone) {
    return phone.channel === 'sms' ? page.numbers.smsFrom : page.numbers.whatsAppFrom;
  },

  notify(text) {
    notice.textContent = text;
    notice.hidden = false;
    clearTimeout(page.noticing);
    page.noticing = setTimeout(() => (notice.hidden = true), noticeTime);
  },

  add(phone) {
    const card = page.cards.get(phone.number);
    if (card) return card.update(phone);
    const added = new PhoneCard(phone, page);
    page.cards.set(phone.number, added);
    row.append(added.root);
    added.toBottom();
    added.tick(clock?.now ?? new Date());
  },

  drop(number) {
    page.cards.get(number)?.root.remove();
    page.cards.delete(number);
  },

  async remove(phone) {
    try {
      await api.removePhone(phone.number);
    } catch (problem) {
      page.notify(problem.message);
    }
  },

  /** An invitation to chat with the bot opens on one of these phones instead of in a browser. */
  openLink(event) {
    const href = event.target.closest('a')?.href;
    const invitation = href && invitationOf(href, page.numbers.whatsAppFrom);
    if (!invitation) return;
    event.preventDefault();
    const dialog = document.getElementById('open-in');
    dialog.querySelector('.people').replaceChildren(
      ...[...page.cards.values()].map((card) => {
        const button = make('button', { type: 'button', class: 'primary' }, card.phone.name);
        button.addEventListener('click', () => {
          dialog.close();
          card.fill(invitation.text);
        });
        return button;
      }),
    );
    dialog.showModal();
  },
};

let clock;

async function readAnew() {
  const state = await api.state();
  page.numbers = state;
  const drafts = new Map([...page.cards].map(([number, card]) => [number, card.input.value]));
  const focused = [...page.cards].find(([, card]) => card.input === document.activeElement)?.[0];
  for (const number of [...page.cards.keys()]) page.drop(number);
  for (const phone of state.phones) page.add(phone);
  for (const [number, card] of page.cards) {
    if (drafts.get(number)) card.input.value = drafts.get(number);
    card.count();
    card.toBottom();
  }
  if (focused) page.cards.get(focused)?.input.focus();
  clock ??= new Clock(page);
  row.dataset.ready = 'true';
}

function listen() {
  const events = new EventSource('/api/events');
  const on = (kind, act) => events.addEventListener(kind, (event) => act(JSON.parse(event.data)));
  on('hello', () => readAnew().catch((problem) => page.notify(problem.message)));
  on('message', (message) => page.cards.get(message.phone)?.show(message));
  on('phone', (phone) => (page.cards.has(phone.number) ? page.add(phone) : readAnew()));
  on('phone-removed', ({ number }) => page.drop(number));
  on('clock', (reading) => clock?.follow(reading));
}

function listenToDialogs() {
  for (const cancel of document.querySelectorAll('dialog [value=cancel]')) cancel.addEventListener('click', () => cancel.closest('dialog').close());
  const dialog = document.getElementById('new-phone');
  const form = dialog.querySelector('form');
  const error = dialog.querySelector('.error');
  document.getElementById('add-phone').addEventListener('click', () => {
    form.reset();
    error.hidden = true;
    form.elements.number.value = nextNumber();
    dialog.showModal();
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const { name, number, channel } = Object.fromEntries(new FormData(form));
    try {
      await api.addPhone({ name, number, channel });
      dialog.close();
    } catch (problem) {
      error.textContent = problem.message;
      error.hidden = false;
    }
  });
}

function nextNumber() {
  let next = 9800000001;
  while (page.cards.has(`+91${next}`)) next++;
  return `+91${next}`;
}

document.addEventListener('visibilitychange', () => {
  for (const card of page.cards.values()) card.markRead();
});
listenToDialogs();
listen();
