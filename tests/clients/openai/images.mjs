// The calls of OpenAI's own client that people make, against BASE_URL with KEY. Prints "ok WHAT" for each; throws at the first that is not as documented.
import assert from 'node:assert/strict';
import OpenAI, { APIError, toFile } from 'openai';

const client = new OpenAI({ baseURL: `${process.env.BASE_URL}/v1`, apiKey: process.env.KEY, maxRetries: 2 });
const png = (bytes) => {
  assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
};
const ok = (what) => console.log(`ok ${what}`);

// Models: the list has the names that can be asked for.
const names = [];
for await (const model of client.models.list()) names.push(model.id);
assert.ok(names.includes('gpt-image-1') && names.includes('krea-2-nano'));
assert.equal((await client.models.retrieve('gpt-image-1')).object, 'model');
ok('models');

// Generations: files by default, of exactly the size asked for.
const made = await client.images.generate({ model: 'gpt-image-1', prompt: 'a fox wearing a top hat', n: 2, size: '512x384', quality: 'low' });
assert.equal(made.data.length, 2);
for (const image of made.data) assert.equal(png(Buffer.from(image.b64_json, 'base64')), '512x384');
assert.equal(made.size, '512x384');
assert.equal(made.usage.total_tokens, made.usage.input_tokens + made.usage.output_tokens);
ok('generations');

// Links, where they are wanted; they need no key.
const linked = await client.images.generate({ model: 'dall-e-3', prompt: 'a cat riding a bicycle', quality: 'standard', style: 'natural' });
const download = await fetch(linked.data[0].url);
assert.equal(download.headers.get('content-type'), 'image/png');
assert.equal(png(Buffer.from(await download.arrayBuffer())), '128x128');
ok('links');

// Another format.
const webp = await client.images.generate({ model: 'gpt-image-1', prompt: 'a bird', output_format: 'webp', output_compression: 70 });
assert.equal(Buffer.from(webp.data[0].b64_json, 'base64').subarray(8, 12).toString(), 'WEBP');
ok('formats');

// Edits: of an image, with a mask, and led by a second image.
const source = Buffer.from((await client.images.generate({ model: 'gpt-image-1', prompt: 'a dog on a beach' })).data[0].b64_json, 'base64');
const image = () => toFile(source, 'dog.png', { type: 'image/png' });
const mask = await toFile(Buffer.from(process.env.MASK, 'base64'), 'mask.png', { type: 'image/png' });
const edited = await client.images.edit({ model: 'gpt-image-1', prompt: 'a dog in the snow', image: await image(), mask, size: '256x256' });
assert.equal(png(Buffer.from(edited.data[0].b64_json, 'base64')), '256x256');
const led = await client.images.edit({ model: 'gpt-image-1', prompt: 'a dog', image: [await image(), await image()], n: 2, input_fidelity: 'high' });
assert.equal(led.data.length, 2);
assert.ok(led.usage.input_tokens_details.image_tokens > 0);
ok('edits');

// Streams: partial images, then the finished one.
const types = [];
const stream = await client.images.generate({ model: 'gpt-image-1', prompt: 'a horse in the desert', stream: true, partial_images: 2 });
for await (const event of stream) {
  assert.equal(png(Buffer.from(event.b64_json, 'base64')), event.size);
  if (event.type === 'image_generation.partial_image') assert.equal(event.partial_image_index, types.length);
  else assert.ok(event.usage.total_tokens > 0);
  types.push(event.type);
}
assert.equal(types.at(-1), 'image_generation.completed');
assert.ok(types.length <= 3);
const edits = [];
for await (const event of await client.images.edit({ model: 'gpt-image-1', prompt: 'a dog', image: await image(), stream: true })) edits.push(event.type);
assert.deepEqual(edits, ['image_edit.completed']);
ok(`streams (${types.length - 1} partial)`);

// Errors: the client's own classes, with field, code and the id of the request.
const refused = async (call, status, param, code) => {
  const error = await call().then(() => assert.fail('it was accepted'), (e) => e);
  assert.ok(error instanceof APIError, `${error}`);
  assert.deepEqual([error.status, error.param, error.code], [status, param, code]);
  assert.match(error.requestID, /^req_/);
};
await refused(() => client.images.generate({ prompt: 'a cat', size: 'huge' }), 400, 'size', 'invalid_value');
await refused(() => client.images.generate({ prompt: 'a cat', model: 'gpt-5' }), 404, 'model', 'model_not_found');
await refused(() => new OpenAI({ baseURL: client.baseURL, apiKey: 'wrong' }).images.generate({ prompt: 'a cat' }), 401, null, 'invalid_api_key');
ok('errors');
