import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FrameLocator, Page } from 'playwright-core';
import { servePages } from '../../apps/server/src/platform/pages/index.js';
import { describeInChromium } from './support/chromium.js';
import { eventually } from './support/visitor-page.js';

const THEME = { accent: '#4f46e5', position: 'right', greeting: null, avatarUrl: null, scheme: 'system' };
/** A page that frames the preview as the console does: a form beside it, and what the frame says written down. */
const FRAMING = `<!doctype html><title>Form</title><label>Colour <input></label><iframe title="Preview" width="500" height="760" src="PREVIEW"></iframe>
  <script>heard = []; addEventListener('message', ({ data, origin }) => heard.push([data.type, origin]));
  show = (what) => document.querySelector('iframe').contentWindow.postMessage({ type: 'baton.preview.show', ...what }, '*')</script>`;

describeInChromium('the preview of the widget', (browser) => {
  let dist: string;
  let server: FastifyInstance;
  let origin: string;
  const troubles: string[] = [];
  const asked: string[] = [];

  beforeAll(async () => {
    dist = await mkdtemp(join(tmpdir(), 'baton-preview-'));
    const build = ['node_modules/vite/bin/vite.js', 'build', '-c', 'apps/widget/vite.preview.config.ts', '--logLevel', 'error'];
    await promisify(execFile)(process.execPath, [...build, '--outDir', join(dist, 'widget-preview')], {
      env: { ...process.env, NODE_ENV: 'production' },
    });
    server = fastify({ routerOptions: { ignoreTrailingSlash: true } });
    await servePages(server, dist);
    server.get('/form', (_, reply) => reply.type('text/html').send(FRAMING.replace('PREVIEW', `${origin}/widget/preview`)));
    server.get('/favicon.ico', (_, reply) => reply.code(204).send());
    await server.listen({ port: 0, host: '127.0.0.1' });
    origin = `http://console.test:${(server.server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await server.close();
    await rm(dist, { recursive: true });
  });

  async function framedOn(host: string): Promise<{ page: Page; frame: FrameLocator }> {
    const context = await browser().newContext({ viewport: { width: 1000, height: 900 }, reducedMotion: 'reduce' });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    page.on('console', (line) => line.type() === 'error' && troubles.push(line.text()));
    page.on('pageerror', ({ message }) => troubles.push(message));
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    page.on('websocket', (socket) => asked.push(socket.url()));
    await page.goto(`${origin.replace('console.test', host)}/form`);
    return { page, frame: page.frameLocator('iframe') };
  }
  const show = (page: Page, what: object): Promise<void> =>
    page.evaluate(`show(${JSON.stringify({ name: 'Northwind', locale: 'en', theme: THEME, ...what })})`);

  it('shows the widget itself in every language and look, at once, and asks no server for it', async () => {
    const { page, frame } = await framedOn('console.test');
    await eventually(async () => (await page.evaluate('heard.length')) === 1);
    expect(await page.evaluate('heard')).toEqual([['baton.preview.ready', origin]]);
    await page.getByLabel('Colour').focus();
    await show(page, {});
    await frame.getByText('How long does delivery take?').waitFor();
    const colour = (): Promise<string> =>
      frame.locator('.launcher').evaluate((one: object) => (globalThis as any).getComputedStyle(one).backgroundColor);
    expect(await colour()).toBe('rgb(79, 70, 229)');
    await show(page, { locale: 'de', scene: 'waiting', theme: { ...THEME, accent: '#c2410c', position: 'left', greeting: 'Moin!' } });
    await frame.getByText('Kann sich jemand meine Bestellung ansehen?').waitFor();
    await frame.getByText('Moin!').waitFor();
    expect(await colour()).toBe('rgb(194, 65, 12)');
    await eventually(async () => (await frame.locator('.launcher').evaluate((one: any) => one.getBoundingClientRect().x)) < 100);
    await show(page, { locale: 'ar', scene: 'agent', scheme: 'dark' });
    await frame.locator('.panel').getByText('Ana').first().waitFor();
    expect(await frame.locator('.panel').evaluate((one: object) => (globalThis as any).getComputedStyle(one).direction)).toBe('rtl');
    expect(await colour()).not.toBe('rgb(79, 70, 229)');
    // The form beside it was being filled in all the while.
    expect(await page.evaluate('document.activeElement.tagName')).toBe('INPUT');
    expect(asked.filter((path) => !/^\/(form|favicon\.ico|widget\/preview(\/assets\/[\w.-]+)?)$/.test(path))).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('lets no other site frame it, nor tell it what to show', async () => {
    const { page, frame } = await framedOn('evil.test');
    await eventually(() => troubles.some((line) => line.includes('frame-ancestors')));
    expect(await page.evaluate('heard')).toEqual([]);
    expect(await frame.locator('baton-widget').count()).toBe(0);
    const opened = await page.context().newPage();
    await opened.goto(`${origin}/widget/preview`);
    await opened.evaluate(`postMessage({ type: 'baton.preview.show', name: 'Ours', theme: {} }, '*')`);
    await opened.getByText('How long does delivery take?').waitFor();
    // The same from a window of another origin that holds this one.
    const popup = page.waitForEvent('popup');
    await page.evaluate(`held = open('${origin}/widget/preview')`);
    const held = await popup;
    await held.locator('baton-widget').waitFor({ state: 'attached' });
    await page.evaluate(`held.postMessage({ type: 'baton.preview.show', name: 'Theirs', theme: {} }, '*')`);
    // What is posted arrives in order: had theirs counted, it would have been shown before ours.
    await held.evaluate(`new Promise((done) => { addEventListener('message', done, { once: true }); postMessage('after', '*') })`);
    expect(await held.locator('.panel').count()).toBe(0);
    await page.context().close();
  });
});
