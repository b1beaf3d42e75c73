"""Microphones and cameras on laid-out device trees, and what the sound server says."""

import os
import struct
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.machine import media
from notifier.machine.media import captures_video, media_device_present, sound_sources

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="ALSA, V4L2, PulseAudio")

PCM_BOTH = "00-00: ALC257 Analog : ALC257 Analog : playback 1 : capture 1\n"
PCM_HDMI = "00-03: HDMI 0 : HDMI 0 : playback 1\n"
PCM_MISLEADING = "01-00: Screen capture box : capture : playback 1\n"


def machine(root: Path, *, pcm: str | None = None, nodes: tuple[str, ...] = ()) -> Path:
    (root / "dev").mkdir()
    (root / "proc").mkdir()
    if pcm is not None:
        (root / "proc" / "asound").mkdir()
        (root / "proc" / "asound" / "pcm").write_text(pcm)
    for node in nodes:
        path = root / "dev" / node
        path.parent.mkdir(exist_ok=True)
        path.touch()
    return root


def present(
    root: Path, environ: dict[str, str] | None = None, pactl: str | None = None
) -> bool | None:
    return media_device_present(
        dev_root=root / "dev", proc_root=root / "proc", environ=environ or {}, pactl=pactl
    )


def pactl(root: Path, script: str) -> str:
    program = root / "pactl"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return str(program)


def sound_server(root: Path) -> dict[str, str]:
    (root / "runtime" / "pulse").mkdir(parents=True)
    (root / "runtime" / "pulse" / "native").touch()
    return {"XDG_RUNTIME_DIR": str(root / "runtime"), "PATH": os.defpath}


def test_nothing_at_all(tmp_path: Path) -> None:
    assert present(machine(tmp_path)) is False


@pytest.mark.parametrize(
    ("pcm", "expected"), [(PCM_BOTH, True), (PCM_HDMI, False), (PCM_MISLEADING, False), ("", False)]
)
def test_sound_cards(tmp_path: Path, pcm: str, expected: bool) -> None:
    assert present(machine(tmp_path, pcm=pcm)) is expected


@pytest.mark.parametrize(
    ("node", "expected"),
    [("snd/pcmC0D0c", True), ("snd/pcmC0D0p", False), ("snd/controlC0", False)],
)
def test_sound_nodes(tmp_path: Path, node: str, expected: bool) -> None:
    assert present(machine(tmp_path, nodes=(node,))) is expected


def test_a_file_that_is_no_video_device(tmp_path: Path) -> None:
    # A real ioctl on a plain file: ENOTTY.
    found = present(machine(tmp_path, nodes=("video0", "videodev")))
    assert found is False


def test_a_camera_that_cannot_be_opened_is_there(tmp_path: Path) -> None:
    roots = machine(tmp_path)
    # ENXIO even for root, like a camera that another program holds: a socket cannot be opened.
    os.mknod(tmp_path / "dev" / "video0", 0o140600)
    assert present(roots) is True


def capability(whole: int, node: int) -> bytes:
    return struct.pack("=16s32s32sIII3I", b"uvcvideo", b"", b"", 0x60100, whole, node, 0, 0, 0)


@pytest.mark.parametrize(
    ("whole", "node", "captures"),
    [
        (0x84A00001, 0x04200001, True),  # a webcam's picture node
        (0x84A00001, 0x04A00000, False),  # its metadata node
        (0x85201000, 0x04201000, True),  # multi-planar
        (0x00000001, 0, True),  # a driver from before device_caps
        (0x84200002, 0x04200002, False),  # output only
    ],
)
def test_node_that_captures(whole: int, node: int, captures: bool) -> None:
    assert captures_video(capability(whole, node)) is captures


@given(st.binary(max_size=120))
def test_any_capability_is_read(data: bytes) -> None:
    assert captures_video(data) in {True, False}


MONITOR = r"printf '1\tauto_null.monitor\tmodule-null-sink.c\ts16le 2ch 48000Hz\tIDLE\n'"
HEADSET = r"printf '7\tbluez_input.00_11.0\tPipeWire\ts16le 1ch 16000Hz\tSUSPENDED\n'"


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        (HEADSET, True),
        (f"{MONITOR}\n{HEADSET}", True),
        (MONITOR, False),
        ("true", False),
        ("echo nonsense", False),
        ("exit 1", None),
    ],
)
def test_sound_server_sources(tmp_path: Path, script: str, expected: bool | None) -> None:
    program = pactl(tmp_path, script)
    environ = sound_server(tmp_path)
    assert sound_sources(program, environ) is expected
    found = present(machine(tmp_path), environ, program)
    assert found is expected


def test_hanging_sound_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media, "SOUND_SERVER_LIMIT", 0.2)
    program = pactl(tmp_path, "exec sleep 60")
    assert sound_sources(program, {"PATH": os.defpath}) is None


def test_sound_server_without_pactl_cannot_be_told(tmp_path: Path) -> None:
    environ = sound_server(tmp_path) | {"PATH": str(tmp_path)}
    assert present(machine(tmp_path), environ) is None


def test_sound_server_elsewhere(tmp_path: Path) -> None:
    environ = {"PULSE_SERVER": "tcp:sound.example.com", "PATH": os.defpath}
    program = pactl(tmp_path, HEADSET)
    found = present(machine(tmp_path), environ, program)
    assert found is True


def test_a_camera_needs_no_sound_server(tmp_path: Path) -> None:
    environ = sound_server(tmp_path)
    program = pactl(tmp_path, f"touch {tmp_path}/asked")
    roots = machine(tmp_path, pcm=PCM_BOTH)
    assert present(roots, environ, program) is True
    assert not (tmp_path / "asked").exists()


def test_unreadable_devices_cannot_be_told(tmp_path: Path) -> None:
    # Not a folder: NotADirectoryError, as a stand-in for one that is closed to us.
    (tmp_path / "dev").touch()
    found = media_device_present(dev_root=tmp_path / "dev", proc_root=tmp_path, environ={})
    assert found is None


def test_other_platforms_do_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert media_device_present() is None


def test_this_machine() -> None:
    assert media_device_present() in {True, False, None}
