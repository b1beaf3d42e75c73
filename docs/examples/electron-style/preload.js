// The preload script of an Electron application: a way to Call Notifier over its socket, which only
// programs of the same user can open. Nothing has to be listed in the settings for it.
//
// A renderer that is sandboxed may not open sockets, so the window is made with
//
//     new BrowserWindow({ webPreferences: { preload, contextIsolation: true, sandbox: false } })
//
// The page gets functions alone, as contextIsolation wants it; page.js makes a transport of them.
// The protocol is docs/feed.md's: a message is its length in bytes (four bytes, little-endian) and
// JSON in UTF-8.
"use strict";

const fs = require("node:fs");
const net = require("node:net");
const os = require("node:os");
const path = require("node:path");

const LENGTH_BYTES = 4;
/** Longer ones are not meant for us. */
const FRAME_LIMIT = 4_000_000;

/** Where the program listens, for this user. */
function address() {
  if (process.platform === "win32") {
    return `\\\\.\\pipe\\call-notifier-${os.userInfo().username}-feed`;
  }
  return path.join(folder(), "feed.sock");
}

function folder() {
  const named = process.env.XDG_RUNTIME_DIR ?? "";
  if (path.isAbsolute(named)) return path.join(named, "call-notifier");
  if (process.platform === "darwin") {
    return path.join(os.homedir(), "Library/Caches/TemporaryItems/call-notifier");
  }
  const uid = process.geteuid();
  const usual = `/run/user/${uid}`;
  try {
    fs.accessSync(usual, fs.constants.W_OK | fs.constants.X_OK);
    if (fs.statSync(usual).uid === uid) return path.join(usual, "call-notifier");
  } catch {
    // No session of systemd's.
  }
  return path.join(os.tmpdir(), `call-notifier-${uid}`);
}

/** Somebody else may have made the folder, to listen there. */
function isTrusted(place) {
  if (process.platform === "win32") return true;
  try {
    const facts = fs.lstatSync(path.dirname(place));
    return facts.isDirectory() && facts.uid === process.geteuid() && (facts.mode & 0o077) === 0;
  } catch {
    return false;
  }
}

/** `told` has onopen(), onmessage(text) and onclose(). Gives {send(text), close()}. */
function connect(told) {
  const place = address();
  if (!isTrusted(place)) {
    setTimeout(() => told.onclose());
    return { send() {}, close() {} };
  }
  const socket = net.connect(place);
  let waiting = Buffer.alloc(0);
  socket.on("connect", () => told.onopen());
  socket.on("error", () => {}); // "close" follows.
  socket.on("close", () => told.onclose());
  socket.on("data", (data) => {
    waiting = Buffer.concat([waiting, data]);
    while (waiting.length >= LENGTH_BYTES) {
      const length = waiting.readUInt32LE(0);
      if (length > FRAME_LIMIT) {
        socket.destroy();
        return;
      }
      if (waiting.length < LENGTH_BYTES + length) return;
      told.onmessage(waiting.toString("utf8", LENGTH_BYTES, LENGTH_BYTES + length));
      waiting = waiting.subarray(LENGTH_BYTES + length);
    }
  });
  return {
    send(text) {
      const body = Buffer.from(text, "utf8");
      const head = Buffer.alloc(LENGTH_BYTES);
      head.writeUInt32LE(body.length);
      socket.write(Buffer.concat([head, body]));
    },
    close: () => socket.end(),
  };
}

require("electron").contextBridge.exposeInMainWorld("callNotifier", { connect });
