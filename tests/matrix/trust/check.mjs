// Another person's client (matrix-js-sdk with its Rust crypto): asks Kyr something in an encrypted room and tells what
// it thinks of Kyr's devices and of the answer. Reads {homeserver, user, password, kyr, question} from the standard
// input. Prints one line of JSON.

import { readFileSync } from "node:fs";
import { logger } from "matrix-js-sdk/lib/logger.js";
import * as sdk from "matrix-js-sdk";

logger.disableAll?.();
for (const level of ["debug", "info", "log", "warn", "trace", "error"]) {
    console[level] = () => {};
}

const COLOURS = ["none", "grey", "red"];
const LIMIT = 45_000;
const { homeserver, user, password, kyr, question } = JSON.parse(readFileSync(0, "utf8"));

/** Calls `look` again and again until it returns something. */
async function until(look, what) {
    const end = Date.now() + LIMIT;
    while (Date.now() < end) {
        const found = await look();
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`waited in vain for ${what}`);
}

/** Signs in as a new device with fresh keys and begins to listen. */
async function signIn() {
    const entry = sdk.createClient({ baseUrl: homeserver });
    const login = await entry.loginRequest({
        type: "m.login.password",
        identifier: { type: "m.id.user", user },
        password,
    });
    const client = sdk.createClient({
        baseUrl: homeserver,
        userId: login.user_id,
        deviceId: login.device_id,
        accessToken: login.access_token,
    });
    await client.initRustCrypto({ useIndexedDB: false });
    await client.startClient({ initialSyncLimit: 50 });
    await until(() => ["PREPARED", "SYNCING"].includes(client.getSyncState()), "the first sync");
    return client;
}

/** An encrypted direct chat with Kyr, once it is there. */
async function chatWithKyr(client) {
    const { room_id: id } = await client.createRoom({
        preset: sdk.Preset.PrivateChat,
        is_direct: true,
        invite: [kyr],
        initial_state: [
            { type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } },
        ],
    });
    await until(() => client.getRoom(id)?.getMember(kyr)?.membership === "join", "Kyr to join");
    return client.getRoom(id);
}

/** Kyr's answer, decrypted. */
async function ask(client, room) {
    const { event_id: asked } = await client.sendMessage(room.roomId, { msgtype: "m.text", body: question });
    return until(() => {
        const events = room.getLiveTimeline().getEvents();
        return events.find(
            (event) =>
                event.getSender() === kyr &&
                event.getContent()["m.relates_to"]?.["m.in_reply_to"]?.event_id === asked &&
                event.isEncrypted() &&
                !event.isBeingDecrypted() &&
                !event.isDecryptionFailure() &&
                event.getType() === "m.room.message",
        );
    }, "a readable answer");
}

async function devices(client) {
    const crypto = client.getCrypto();
    const known = (await crypto.getUserDeviceInfo([kyr], true)).get(kyr) ?? new Map();
    const found = {};
    for (const id of known.keys()) {
        const status = await crypto.getDeviceVerificationStatus(kyr, id);
        found[id] = { signedByOwner: Boolean(status?.signedByOwner) };
    }
    return found;
}

async function main() {
    const client = await signIn();
    const room = await chatWithKyr(client);
    const answer = await ask(client, room);
    const encryption = await client.getCrypto().getEncryptionInfoForEvent(answer);
    const verification = await client.getCrypto().getUserVerificationStatus(kyr);
    const told = {
        body: answer.getContent().body,
        device: answer.getWireContent().device_id,
        shield: COLOURS[encryption?.shieldColour ?? -1] ?? "unknown",
        reason: encryption?.shieldReason ?? null,
        identityChanged: verification.needsUserApproval,
        devices: await devices(client),
    };
    process.stdout.write(`${JSON.stringify(told)}\n`);
    client.stopClient();
}

main().then(
    () => process.exit(0),
    (error) => {
        process.stderr.write(`${error?.stack ?? error}\n`);
        process.exit(1);
    },
);
