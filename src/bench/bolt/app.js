const { App, HTTPReceiver } = require("@slack/bolt");

const app = new App({
  token: "xoxb-one",
  receiver: new HTTPReceiver({ signingSecret: process.env.SECRET, endpoints: ["/slack/events"] }),
  clientOptions: { slackApiUrl: process.env.API_URL },
});

app.command("/tunewise", async ({ command, ack, client }) => {
  await ack();
  await client.chat.postMessage({ channel: command.channel_id, text: command.text });
});

app.message(async ({ message, client }) => {
  await client.chat.postMessage({ channel: message.channel, thread_ts: message.thread_ts, text: `Taken: ${message.text}` });
});

app.start({ port: Number(process.env.PORT), host: "127.0.0.1" });
