import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.WEBHOOK_SECRET);

/** The event, or an exception when it was not signed by us, was altered, or is older than five minutes. */
export function verify(body, headers) {
  return webhook.verify(body, headers);
}
