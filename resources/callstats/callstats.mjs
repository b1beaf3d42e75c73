// The same as callstats.js, for `import callstats from "./callstats.mjs"`.
import "./callstats.js";

export default globalThis[Symbol.for("call-notifier.callstats")];
