// Reads deliveries from standard input, one JSON object a line, and prints for each whether the documented code accepts it.
import { createInterface } from "node:readline";
import { verify } from "./verify.mjs";

for await (const line of createInterface({ input: process.stdin })) {
  const { headers, body } = JSON.parse(line);
  try {
    console.log("accepted", verify(Buffer.from(body, "base64"), headers).type);
  } catch (error) {
    console.log("refused", error.constructor.name);
  }
}
