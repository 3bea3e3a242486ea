// One phone: its thread, its composer, its keypad.
import { api } from './api.js';
import { bubbleOf, dayOf, hourOf, make, refresh } from './bubble.js';
import { segmentsOf } from './segments.js';

const template = document.getElementById('phone');
const keys = [['1', ''], ['2', 'abc'], ['3', 'def'], ['4', 'ghi'], ['5', 'jkl'], ['6', 'mno'], ['7', 'pqrs'], ['8', 'tuv'], ['9', 'wxyz'], ['*', ''], ['0', '␣'], ['#', '']];
const nearBottom = 120;
const readDelay = 250;
const village = { latitude: 18.5204, longitude: 73.8567, label: 'Meeting place, near the well' };

export class PhoneCard {
  constructor(phone, page) {
    this.phone = phone;
    this.page = page;
    this.bubbles = new Map();
    this.root = template.content.firstElementChild.cloneNode(true);
    this.find = (selector) => this.root.querySelector(selector);
    this.log = this.find('.log');
    this.input = this.find('textarea');
    this.root.dataset.testid = `phone-${phone.number}`;
    this.root.classList.add(phone.channel);
    this.root.setAttribute('aria-label', `${phone.name}'s phone`);
    this.find('.name').textContent = phone.name;
    this.find('.number').textContent = phone.number.replace(/^(\+91)(\d{5})(\d{5})$/, '$1 $2 $3');
    this.find('.chip').textContent = phone.channel === 'sms' ? 'SMS' : 'WhatsApp';
    this.find('.chat-header .line').textContent = phone.channel === 'sms' ? page.botNumber(phone) : 'online';
    this.find('.remove').setAttribute('aria-label', `Remove ${phone.name}'s phone`);
    this.find('.send').setAttribute('aria-label', `Send from ${phone.name}'s phone`);
    this.log.setAttribute('aria-label', `Messages on ${phone.name}'s phone`);
    this.input.setAttribute('aria-label', `Message from ${phone.name}`);
    this.listen();
    this.update(phone);
    this.empty();
    for (const message of phone.messages ?? []) this.show(message);
    this.count();
  }

  update(phone) {
    this.phone = { ...this.phone, ...phone };
    this.find('.optout').hidden = !this.phone.isOptedOut;
  }

  empty() {
    const hint = this.phone.channel === 'sms' ? 'Write “hi” or “namaste” to begin.' : 'Say hi, or नमस्ते, to begin.';
    this.log.append(make('p', { class: 'hint' }, hint));
  }

  show(message) {
    const shown = this.bubbles.get(message.sid);
    if (shown && refresh(shown, message, this.phone)) return this.acknowledge(message);
    const bubble = bubbleOf(message, this.phone, (chosen, repliesTo) => this.send({ chosen, repliesTo }));
    const follows = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < nearBottom;
    if (shown) shown.replaceWith(bubble);
    else this.append(message, bubble);
    this.bubbles.set(message.sid, bubble);
    if (follows) this.toBottom();
    for (const image of bubble.querySelectorAll('img')) image.addEventListener('load', () => follows && this.toBottom());
    this.acknowledge(message);
  }

  acknowledge(message) {
    if (message.status === 'delivered' && !message.fromPerson) this.markRead();
  }

  append(message, bubble) {
    this.find('.hint')?.remove();
    if (dayOf(message.at) !== this.lastDay) {
      this.lastDay = dayOf(message.at);
      this.log.append(make('p', { class: 'day' }, this.lastDay));
    }
    this.log.append(bubble);
  }

  toBottom() {
    this.log.scrollTop = this.log.scrollHeight;
  }

  tick(now) {
    this.find('.statusbar .clock').textContent = hourOf(now);
  }

  markRead() {
    if (document.visibilityState !== 'visible' || this.phone.channel !== 'whatsapp') return;
    clearTimeout(this.reading);
    this.reading = setTimeout(() => api.read(this.phone.number).catch(() => {}), readDelay);
  }

  fill(text) {
    this.input.value = text;
    this.count();
    this.input.focus();
    this.root.scrollIntoView({ inline: 'center', block: 'nearest' });
  }

  count() {
    this.input.style.height = 'auto';
    this.input.style.height = `${this.input.scrollHeight}px`;
    if (this.phone.channel !== 'sms') return;
    const { segments, left, encoding } = segmentsOf(this.input.value);
    const counter = this.find('.counter');
    counter.textContent = `${left} left · ${segments} SMS · ${encoding}`;
    counter.classList.toggle('dear', encoding === 'UCS-2');
  }

  async send(message) {
    try {
      await api.send(this.phone.number, message);
      return true;
    } catch (problem) {
      this.page.notify(problem.message);
      return false;
    }
  }

  async sendText() {
    const text = this.input.value;
    if (text.trim() === '') return;
    this.input.value = '';
    this.count();
    this.input.focus();
    if (!(await this.send({ text }))) this.fill(text);
  }

  listen() {
    this.find('form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.sendText();
    });
    this.input.addEventListener('input', () => this.count());
    this.input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.sendText();
    });
    // A digit typed while reading goes to the message, as on a phone.
    this.log.addEventListener('keydown', (event) => {
      if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) this.input.focus();
    });
    this.log.addEventListener('click', (event) => this.page.openLink(event));
    this.find('.remove').addEventListener('click', () => this.page.remove(this.phone));
    this.listenToMenu();
    if (this.phone.channel === 'sms') this.listenToKeypad();
  }

  listenToMenu() {
    const menu = this.find('.attach');
    const file = this.find('input[type=file]');
    const what = {
      photo: () => this.send({ media: { sample: 'photo' } }),
      voice: () => this.send({ media: { sample: 'voice' } }),
      location: () => this.send({ place: village }),
      file: () => file.click(),
    };
    menu.addEventListener('click', (event) => {
      const asked = event.target.closest('button')?.dataset.attach;
      if (!asked) return;
      menu.open = false;
      this.input.focus();
      what[asked]();
    });
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      menu.open = false;
      menu.querySelector('summary').focus();
    });
    document.addEventListener('click', (event) => menu.contains(event.target) || (menu.open = false));
    file.addEventListener('change', () => file.files[0] && this.sendFile(file));
    if (this.phone.channel === 'sms') for (const name of ['voice', 'location']) this.find(`[data-attach=${name}]`).hidden = true;
  }

  async sendFile(input) {
    const [file] = input.files;
    const url = await new Promise((resolve) => {
      const reader = new FileReader();
      reader.addEventListener('load', () => resolve(reader.result));
      reader.readAsDataURL(file);
    });
    input.value = '';
    this.send({ media: { contentType: file.type, base64: url.slice(url.indexOf(',') + 1) } });
  }

  listenToKeypad() {
    for (const [key, letters] of keys) {
      const button = make('button', { type: 'button', tabindex: '-1' }, key, make('small', { 'aria-hidden': 'true' }, letters || '\u00a0'));
      button.addEventListener('click', () => {
        this.input.setRangeText(key, this.input.selectionStart, this.input.selectionEnd, 'end');
        this.count();
        this.input.focus();
      });
      this.find('.keypad').append(button);
    }
  }
}
