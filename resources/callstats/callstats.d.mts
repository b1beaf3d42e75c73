// Types of callstats.mjs.
import callstats = require("./callstats.js");
export default callstats;
