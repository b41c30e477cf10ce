// Krea's documented flow by plain fetch, against BASE_URL with KEY: upload, generate, poll, webhook, cancel, list. Prints "ok WHAT" for each step.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';

const call = async (path, init = {}) => {
  const answer = await fetch(process.env.BASE_URL + path, { ...init, headers: { authorization: `Bearer ${process.env.KEY}`, ...init.headers } });
  return { status: answer.status, body: await answer.json() };
};
const post = (path, body, headers = {}) => call(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const states = ['backlogged', 'queued', 'scheduled', 'processing', 'sampling', 'intermediate-complete', 'completed', 'failed', 'cancelled'];
const ok = (what) => console.log(`ok ${what}`);

const poll = async (id) => {
  for (;;) {
    const { status, body } = await call(`/jobs/${id}`);
    assert.equal(status, 200);
    assert.ok(states.includes(body.status), body.status);
    if (['completed', 'failed', 'cancelled'].includes(body.status)) return body;
    await new Promise((wake) => setTimeout(wake, 200));
  }
};

// 1. Upload an image.
const form = new FormData();
form.set('file', new Blob([Buffer.from(process.env.IMAGE, 'base64')], { type: 'image/png' }), 'style.png');
form.set('description', 'a style');
const asset = await call('/assets', { method: 'POST', body: form });
assert.equal(asset.status, 200);
assert.match(asset.body.id, uuid);
assert.ok(asset.body.image_url && asset.body.width > 0 && asset.body.size_bytes > 0 && asset.body.uploaded_at);
ok('upload');

// 2. A receiver for the webhook.
const received = new Promise((resolve) => {
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      response.end();
      server.close();
      resolve({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks)) });
    });
  }).listen(Number(process.env.WEBHOOK_PORT), '127.0.0.1');
});

// 3. Generate, led by the upload.
const job = await post('/generate/image/krea/krea-2/medium', {
  prompt: 'a polar bear', aspect_ratio: '4:3', resolution: '1K', creativity: 'medium', seed: 7,
  image_style_references: [{ url: asset.body.image_url, strength: 0.6 }],
}, { 'x-webhook-url': `http://127.0.0.1:${process.env.WEBHOOK_PORT}/hook` });
assert.equal(job.status, 200, JSON.stringify(job.body));
assert.match(job.body.job_id, uuid);
assert.deepEqual([job.body.completed_at, job.body.result], [null, null]);
ok('generate');

// 4. Poll until it has ended.
const done = await poll(job.body.job_id);
assert.equal(done.status, 'completed');
assert.equal(done.result.urls.length, 1);
const png = Buffer.from(await (await fetch(done.result.urls[0])).arrayBuffer());
assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1152, 864]);
ok('poll');

// 5. The webhook said the same.
const hook = await received;
assert.deepEqual(Object.keys(hook.body).sort(), ['completed_at', 'created_at', 'job_id', 'result', 'status']);
assert.deepEqual([hook.body.job_id, hook.body.status, hook.body.result.urls.length], [job.body.job_id, 'completed', 1]);
ok('webhook');

// 6. Cancel one that is under way; clean up.
const other = await post('/generate/image/krea/krea-2/large', { prompt: 'a whale', aspect_ratio: '1:1', resolution: '1K' });
assert.equal((await call(`/jobs/${other.body.job_id}`, { method: 'DELETE' })).status, 200);
assert.equal((await poll(other.body.job_id)).status, 'cancelled');
assert.equal((await call(`/assets/${asset.body.id}`, { method: 'DELETE' })).body.success, true);
assert.equal((await call(`/assets/${asset.body.id}`)).status, 404);
ok('cancel');

// 7. The list has both; what Krea refuses is refused in its form.
const { body: page } = await call('/jobs?limit=100');
assert.ok([job, other].every((j) => page.items.some((item) => item.job_id === j.body.job_id)));
const bad = await post('/generate/image/krea/krea-2/medium', { prompt: 'a cat', aspect_ratio: '1:1', resolution: '1K', steps: 4 });
assert.equal(bad.status, 400);
assert.deepEqual(Object.keys(bad.body), ['error']);
assert.match(bad.body.error, /steps/);
ok('list and errors');
