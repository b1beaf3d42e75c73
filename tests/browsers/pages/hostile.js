// Replaces what scripts lean on, worse than any library does, and notes who used it.
"use strict";

const inner = Reflect.apply;
const seen = [];
const spy = (what) =>
  function () {
    const stack = String(new Error().stack);
    if (stack.includes("call-notifier") || stack.includes("extension:")) seen.push(what);
  };

for (const [holder, names] of [
  [JSON, ["stringify", "parse"]],
  [WeakMap.prototype, ["get", "set", "has"]],
  [Map.prototype, ["get", "set", "forEach"]],
  [Array.prototype, ["push", "map", "forEach", "join", "slice"]],
  [String.prototype, ["slice", "split", "replace", "toLowerCase"]],
  [Function.prototype, ["call", "apply", "bind"]],
  [Object, ["keys", "entries", "defineProperty", "getOwnPropertyDescriptor"]],
  [Reflect, ["apply", "construct"]],
  [Promise.prototype, ["then", "catch", "finally"]],
  [EventTarget.prototype, ["addEventListener", "removeEventListener", "dispatchEvent"]],
  [RTCPeerConnection.prototype, ["getStats", "getTransceivers"]],
  [RTCStatsReport.prototype, ["forEach", "entries", "values", "get"]],
  [window, ["setInterval", "clearInterval", "setTimeout"]],
  [Date, ["now"]],
]) {
  for (const name of names) {
    const native = holder[name];
    const note = spy(name);
    holder[name] = {
      [name]: function () {
        note();
        return inner(native, this, arguments);
      },
    }[name];
  }
}

// What every object inherits from now on.
Object.prototype.get = undefined;
Array.prototype.toJSON = () => "an array";
Object.prototype.toJSON = () => "an object";
Object.freeze(RTCPeerConnection);
