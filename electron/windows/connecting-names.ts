/**
 * What a page could open a connection with past the content security policy; the preload script takes it away.
 * Workers have none of them but the last, which the policy refuses.
 */
export const CONNECTING_NAMES = [
  ...['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'RTCIceTransport'],
  ...['RTCDtlsTransport', 'RTCSctpTransport', 'RTCRtpTransceiver', 'PresentationRequest', 'PaymentRequest'],
  ...['webkitSpeechRecognition', 'SpeechRecognition', 'WebSocketStream', 'WebTransport'],
] as const;
