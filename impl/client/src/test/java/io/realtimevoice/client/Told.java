package io.realtimevoice.client;

import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.ServerMessage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A listener that remembers. */
final class Told implements VoiceListener {

  final List<ClientState> states = new ArrayList<>();
  final List<VoiceProblem> problems = new ArrayList<>();
  final List<VoiceProblem> finals = new ArrayList<>();
  final List<VoiceProblem> silences = new ArrayList<>();
  final List<ServerError> errors = new ArrayList<>();
  final List<String> results = new ArrayList<>();
  final List<String> texts = new ArrayList<>();
  final List<Long> dropped = new ArrayList<>();
  final List<Integer> audio = new ArrayList<>();
  final List<Long> retries = new ArrayList<>();
  int ready;
  int stopped;

  @Override
  public void onState(ClientState from, ClientState to) {
    states.add(to);
  }

  @Override
  public void onReady(ServerMessage.Welcome welcome) {
    ready++;
  }

  @Override
  public void onSilent(VoiceProblem problem) {
    silences.add(problem);
  }

  @Override
  public void onRetry(int number, long inMs) {
    retries.add(inMs);
  }

  @Override
  public void onProblem(VoiceProblem problem) {
    problems.add(problem);
  }

  @Override
  public void onFinal(VoiceProblem problem) {
    finals.add(problem);
  }

  @Override
  public void onResult(ServerMessage.Result result) {
    results.add(result.transcript().text());
  }

  @Override
  public void onAudio(ByteBuffer data) {
    audio.add(data.remaining());
  }

  @Override
  public void onStopped(ServerMessage.Stopped summary) {
    stopped++;
  }

  @Override
  public void onError(ServerError error) {
    errors.add(error);
  }

  @Override
  public void onUplink(long queuedBytes, long droppedBytes) {
    dropped.add(droppedBytes);
  }

  @Override
  public void onText(String message) {
    texts.add(message);
  }

  List<Verdict> problemVerdicts() {
    return problems.stream().map(VoiceProblem::verdict).toList();
  }

  List<Verdict> finalVerdicts() {
    return finals.stream().map(VoiceProblem::verdict).toList();
  }
}
