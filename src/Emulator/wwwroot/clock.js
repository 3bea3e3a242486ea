// The clock the bot lives by, and the two buttons that move it.
import { api } from './api.js';
import { dayOf, hourOf } from './bubble.js';

const lookEvery = 10_000;

export class Clock {
  constructor(page) {
    this.page = page;
    this.ahead = 0;
    this.face = document.getElementById('clock');
    this.bot = document.getElementById('bot');
    this.buttons = [...document.querySelectorAll('[data-forward]')];
    for (const button of this.buttons) button.addEventListener('click', () => this.move(button));
    setInterval(() => this.draw(), 1_000);
    setInterval(() => this.look(), lookEvery);
    this.look();
  }

  get now() {
    return new Date(Date.now() + this.ahead);
  }

  follow(reading) {
    this.ahead = new Date(reading.now) - Date.now();
    this.bot.classList.toggle('there', reading.botAnswers);
    const words = reading.botAnswers ? 'The bot is listening' : 'The bot does not answer';
    const line = this.bot.querySelector('.words');
    if (line.textContent !== words) line.textContent = words;
    this.draw();
  }

  draw() {
    this.face.dateTime = this.now.toISOString();
    this.face.querySelector('.day').textContent = dayOf(this.now);
    this.face.querySelector('.hour').textContent = hourOf(this.now);
    for (const card of this.page.cards.values()) card.tick(this.now);
  }

  async look() {
    try {
      this.follow(await api.clock());
    } catch {
      this.follow({ now: this.now, botAnswers: false });
    }
  }

  async move(button) {
    for (const each of this.buttons) each.setAttribute('aria-disabled', 'true');
    if (this.moving) return;
    this.moving = true;
    button.classList.add('busy');
    try {
      this.follow(await api.moveClock(button.dataset.forward));
    } catch (problem) {
      this.page.notify(problem.message);
    } finally {
      this.moving = false;
      button.classList.remove('busy');
      for (const each of this.buttons) each.removeAttribute('aria-disabled');
    }
  }
}
