// Types of callstats.js: the callstats API, spoken to the Call Notifier program.
// For a script tag (global `callstats`), require() and AMD; callstats.d.mts is for `import`.

export = callstats;
export as namespace callstats;

declare class callstats {
  /** The arguments are those of old versions (jQuery or null, socket.io, jsSHA); none is used. */
  constructor(jquery?: unknown, io?: unknown, jsSHA?: unknown);

  readonly version: string;
  readonly fabricUsage: callstats.Words<callstats.FabricUsage>;
  readonly fabricEvent: callstats.Words<callstats.FabricEvent>;
  readonly webRTCFunctions: callstats.Words<callstats.WebRTCFunction>;
  /** What `webRTCFunctions` was called in the first versions. */
  readonly wrtcFuncNames: callstats.Words<callstats.WebRTCFunction>;
  readonly csError: callstats.Words<callstats.Status>;
  readonly qualityRating: callstats.Words<callstats.QualityRating>;
  readonly callStatsAPIReturnStatus: callstats.Words<"success" | "failure">;
  readonly userIDType: callstats.Words<"local" | "remote">;
  readonly endpointType: callstats.Words<callstats.EndpointType>;
  readonly transmissionDirection: callstats.Words<callstats.TransmissionDirection>;
  readonly callType: callstats.Words<callstats.CallType>;
  readonly roles: callstats.Words<callstats.Role>;

  /** To be called first, and again when the local user is another one. */
  initialize(
    AppID: string,
    AppSecretOrTokenGenerator: string | callstats.TokenGenerator,
    localUserID: callstats.UserID,
    csInitCallback?: callstats.Callback | null,
    csStatsCallback?: ((stats: callstats.Stats) => void) | null,
    configParams?: callstats.ConfigParams | null,
  ): callstats.Result;

  /** Has a connection watched; call it as soon as the connection is made. */
  addNewFabric(
    pcObject: callstats.PeerConnection,
    remoteUserID: callstats.UserID,
    fabricUsage: callstats.FabricUsage,
    conferenceID: string | number,
    fabricAttributes?: callstats.FabricAttributes | null,
    pcCallback?: callstats.Callback | null,
  ): callstats.Result;
  addNewFabric(
    pcObject: callstats.PeerConnection,
    remoteUserID: callstats.UserID,
    fabricUsage: callstats.FabricUsage,
    conferenceID: string | number,
    pcCallback: callstats.Callback,
  ): callstats.Result;

  /** Names a connection that was added with an empty conference or user ID. */
  setIdentifiers(
    identifiers: { conferenceID?: string | number; remoteUserID?: callstats.UserID },
    pcObject: callstats.PeerConnection,
  ): callstats.Result;

  /** That a function of WebRTC failed, or (applicationLog) a line of the application's own log. */
  reportError(
    pcObject: callstats.PeerConnection | null | undefined,
    conferenceID: string | number,
    webRTCFunction: callstats.WebRTCFunction,
    domError?: unknown,
    localSDP?: string | { sdp?: string } | null,
    remoteSDP?: string | { sdp?: string } | null,
  ): callstats.Result;

  sendFabricEvent(
    pcObject: callstats.PeerConnection,
    fabricEvent: callstats.FabricEvent,
    conferenceID: string | number,
    eventData?: object | null,
  ): callstats.Result;

  /** Whose a stream is, and which: front-camera, mic, screen. */
  associateMstWithUserID(
    pcObject: callstats.PeerConnection,
    userID: callstats.UserID,
    conferenceID: string | number,
    SSRC: string | number,
    usageLabel: string,
    associatedVideoTag?: string | null,
  ): callstats.Result;

  sendUserFeedback(
    conferenceID: string | number,
    feedback: callstats.Feedback,
    pcCallback?: ((status: "success" | "failure", message: string) => void) | null,
  ): callstats.Result;

  sendCallDetails(
    pcObject: callstats.PeerConnection,
    conferenceID: string | number,
    details: { callType?: callstats.CallType; role?: callstats.Role; [more: string]: unknown },
  ): callstats.Result;

  sendCustomEvent(
    pcObject: callstats.PeerConnection | null | undefined,
    conferenceID: string | number,
    eventList: readonly object[],
  ): callstats.Result;

  sendCustomStats(
    pcObject: callstats.PeerConnection | null | undefined,
    conferenceID: string | number,
    stats: object,
  ): callstats.Result;

  reportUserIDChange(
    pcObject: callstats.PeerConnection | null | undefined,
    conferenceID: string | number,
    newUserID: callstats.UserID,
    userIDType: "local" | "remote",
  ): callstats.Result;

  on(eventName: "stats", handler: (stats: callstats.Stats) => void): callstats.Result;
  on(
    eventName: "preCallTestResults",
    handler: (status: string, results: callstats.PreCallTestResults | null) => void,
  ): callstats.Result;
  on(
    eventName: "preCallTest",
    handler: (results: callstats.PreCallTestResults & { status: string }) => void,
  ): callstats.Result;
  on(
    eventName: "connectionRecommendation",
    handler: (recommendation: callstats.ConnectionRecommendation) => void,
  ): callstats.Result;
  on(
    eventName: "mediaDisruption",
    handler: (disruption: callstats.MediaDisruption) => void,
  ): callstats.Result;
  on(
    eventName: "pctConnectionQualityChange",
    handler: (verdict: callstats.Verdict) => void,
  ): callstats.Result;
  /** Accepted, and never called: there is no dashboard that a configuration could come from. */
  on(
    eventName: "defaultConfig" | "recommendedConfig",
    handler: (config: object) => void,
  ): callstats.Result;

  /** @param interval seconds from a round to the next: 60, at least 30. */
  startPrecallTests(
    iceServers: readonly RTCIceServer[],
    interval?: number | null,
  ): callstats.Result;
  stopPrecallTests(): callstats.Result;
  /** One round now; without servers, of all that the program's settings name. */
  makePrecallTest(
    iceServers?: readonly RTCIceServer[] | null,
    provider?: string | null,
    options?: object | null,
  ): callstats.Result;
  /** The last 50 results of this AppID. */
  getSctResults(): callstats.StoredResult[];

  /** There is no TURN service here: rejected, with the reason. */
  getTurnCredentials(AppID?: string, AppSecret?: string): Promise<never> & callstats.Result;

  /** @param handler asked every 10 s of a call; gives {signal, rssi, ...}, as JSON or as it is. */
  attachWifiStatsHandler(
    handler: () => Promise<string | object> | string | object,
  ): callstats.Result;
  resetWifiStatsHandler(): callstats.Result;

  /** Accepted: nothing is sent to any server. */
  setProxyConfig(config: object): callstats.Result;
}

declare namespace callstats {
  /** An enumeration: each word stands for itself. */
  type Words<Word extends string> = { readonly [word in Word]: word };

  type FabricUsage = "multiplex" | "audio" | "video" | "screen" | "data" | "unbundled";
  type FabricEvent =
    | "fabricHold"
    | "fabricResume"
    | "audioMute"
    | "audioUnmute"
    | "videoPause"
    | "videoResume"
    | "screenShareStart"
    | "screenShareStop"
    | "dominantSpeaker"
    | "activeDeviceList"
    | "fabricTerminated"
    | "callUnAnswered"
    | "fabricSetup"
    | "fabricSetupFailed";
  type WebRTCFunction =
    | "getUserMedia"
    | "createOffer"
    | "createAnswer"
    | "setLocalDescription"
    | "setRemoteDescription"
    | "addIceCandidate"
    | "iceConnectionFailure"
    | "signalingError"
    | "applicationLog"
    | "applicationError";
  type Status =
    | "success"
    | "httpError"
    | "authError"
    | "wsChannelFailure"
    | "csProtoError"
    | "appConnectivityError"
    | "tokenGenerationError";
  type QualityRating = "excellent" | "fair" | "bad" | "unknown";
  type EndpointType = "peer" | "server";
  type TransmissionDirection = "sendonly" | "receiveonly" | "sendrecv" | "inactive";
  type CallType = "inbound" | "outbound" | "monitoring" | "unknown";
  type Role = "agent" | "participant";

  /** What every call gives. */
  interface Result {
    status: "success" | "failure";
    /** `<call>: <reason> <detail>` */
    message: string;
    /** The same, under the name that the documentation had for it. */
    msg: string;
  }

  type Callback = (status: Status, message: string) => void;
  type TokenGenerator = (
    forceNew: boolean,
    callback: (error: unknown, token?: string) => void,
  ) => void;

  /** At most 128 bytes, or characters each. */
  type UserID = string | number | { aliasName: string; userName?: string; loginID?: string };

  interface ConfigParams {
    disableBeforeUnloadHandler?: boolean;
    disablePrecalltest?: boolean;
    applicationVersion?: string;
    siteID?: string;
    additionalIDs?: { [name: string]: string };
    /** Where the program is, if not behind its browser extension. */
    callNotifier?: CallNotifierConfig;
    [more: string]: unknown;
  }

  interface CallNotifierConfig {
    /** Of the WebSocket on 127.0.0.1. */
    port?: number | string;
    /** Of `call-notifier`'s settings. */
    token?: string;
    /** A way of the application's own. */
    transport?: Transport;
  }

  /** The last three are set by callstats.js; a WebSocket is one. */
  interface Transport {
    send(text: string): void;
    onopen?: ((...given: any[]) => void) | null;
    onmessage?: ((textOrEvent: any) => void) | null;
    onclose?: ((...given: any[]) => void) | null;
    /** Called when it is to be open. */
    connect?(): void;
    close?(): void;
    /** 1 where it is open already. */
    readonly readyState?: number;
  }

  /** An RTCPeerConnection, or what stands for one that an SDK hides. */
  type PeerConnection = RTCPeerConnection | FakePeerConnection;

  interface FakePeerConnection {
    /** Gives a promise, or takes functions. */
    getStats(...given: any[]): any;
    /** Of icecandidate, iceconnectionstatechange and signalingstatechange; else it is polled. */
    addEventListener?(name: string, listener: (...given: any[]) => void, capture?: boolean): void;
    removeEventListener?(
      name: string,
      listener: (...given: any[]) => void,
      capture?: boolean,
    ): void;
    readonly iceConnectionState?: string;
    readonly iceconnectionstate?: string;
    readonly iceGatheringState?: string;
    readonly icegatheringstate?: string;
    readonly signalingState?: string;
    readonly signallingstate?: string;
    /** These are read only where the program collects session descriptions. */
    readonly localDescription?: { sdp?: string } | null;
    readonly remoteDescription?: { sdp?: string } | null;
  }

  interface FabricAttributes {
    remoteEndpointType?: EndpointType;
    fabricTransmissionDirection?: TransmissionDirection;
  }

  interface Feedback {
    userID: UserID;
    /** 1 to 5, as the others. */
    overall: number;
    audio?: number | null;
    video?: number | null;
    screen?: number | null;
    comment?: string | null;
  }

  interface Stats {
    connectionState: "online" | "offline";
    fabricState: string;
    conferenceURL: string;
    mediaStreamTracks: StreamStats[];
    /** The same by SSRC. */
    streams: { [ssrc: string]: StreamStats };
  }

  interface StreamStats {
    ssrc: string | number;
    remoteUserID?: string;
    statsType?: string;
    mediaType?: string;
    usageLabel?: string;
    /** kbit/s of 1000 bits, over the interval. */
    bitrate?: number | null;
    packetRate?: number | null;
    /** 0 to 1, over the interval. */
    fractionLoss?: number | null;
    /** ms */
    jitter?: number | null;
    /** ms */
    rtt?: number | null;
    quality?: QualityRating;
    [more: string]: unknown;
  }

  interface PreCallTestResults {
    mediaConnectivity: boolean;
    /** ms */
    rtt: number | null;
    /** 0 to 1 */
    fractionalLoss: number | null;
    /** kbit/s */
    throughput: number | null;
    /** ms */
    jitter: number | null;
    provider: string;
    [more: string]: unknown;
  }

  interface StoredResult extends PreCallTestResults {
    appID: string;
    resultID: string;
    summary?: string;
    summaryCode?: number;
    status?: string;
    statusCode?: number;
    connectivity?: string;
    connectivityCode?: number;
    localIP?: string;
  }

  interface ConnectionRecommendation {
    aggregatedStats: {
      provider: string;
      roundTripTime: number | null;
      jitter: number | null;
      fractionLost: number | null;
      throughput: number | null;
    }[];
    providerRanking: { provider: string; acceptable: boolean }[];
  }

  interface MediaDisruption {
    type: "oneWayMediaStart" | "oneWayMediaStop" | "circuitBreaker";
    payload: {
      ssrc?: string | number;
      mediaType?: "audio" | "video" | "screen";
      disruptionType?: string;
    };
  }

  interface Verdict {
    timestamp: number;
    notificationID: string;
    connectivityCode: number;
    connectivity: string;
    statusCode: number;
    status: string;
    summaryCode: number;
    summary: string;
    notificationCode: number;
    notification: string;
    networkType: string;
    localIp: string | null;
    [more: string]: unknown;
  }
}
