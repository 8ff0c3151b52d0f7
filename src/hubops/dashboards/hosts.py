"""How the hosts are."""

from __future__ import annotations

from hubops.dashboards.board import Board, Limits, Panel
from hubops.model import Text

_OF = 'instance=~"$instance"'
_FREE = f"node_filesystem_avail_bytes{{{_OF}}} / (node_filesystem_size_bytes{{{_OF}}} > 0)"
_INODES = f"node_filesystem_files_free{{{_OF}}} / (node_filesystem_files{{{_OF}}} > 0)"
_PROCESSORS = f'count without (cpu, mode) (node_cpu_seconds_total{{mode="idle",{_OF}}})'
_BUSY = f'1 - avg by (instance) (rate(node_cpu_seconds_total{{mode="idle",{_OF}}}[$__rate_interval]))'
_MEMORY = f"node_memory_MemAvailable_bytes{{{_OF}}} / node_memory_MemTotal_bytes{{{_OF}}}"
_RECEIVED = f'rate(node_network_receive_bytes_total{{device!="lo",{_OF}}}[$__rate_interval])'
_SENT = f'rate(node_network_transmit_bytes_total{{device!="lo",{_OF}}}[$__rate_interval])'

BOARD = Board(
    Text(en="Hosts", zh="主机"),
    (
        Panel(
            Text(en="Hosts that do not answer", zh="无响应的主机"),
            {"": 'count(up{job="node"} == 0) or vector(0)'},
            "none",
            "stat",
            Limits(1, 1),
        ),
        Panel(
            Text(en="Hosts that are watched", zh="已监控的主机"),
            {"": 'count(up{job="node"})'},
            "none",
            "stat",
        ),
        Panel(
            Text(en="Services and timers that have failed", zh="失败的服务与定时器"),
            {"": 'sum(node_systemd_unit_state{state="failed"})'},
            "none",
            "stat",
            Limits(1, 5),
        ),
        Panel(
            Text(en="Availability of the last 30 days", zh="近 30 天可用性"),
            {"{{instance}}": f"hubops:host_availability:ratio_30d{{{_OF}}}"},
            "percentunit",
            "bargauge",
            Limits(0.99, 0.95),
        ),
        Panel(
            Text(en="Processors busy", zh="处理器使用率"),
            {"{{instance}}": _BUSY},
            "percentunit",
        ),
        Panel(
            Text(en="Load of 15 minutes for each processor", zh="每处理器 15 分钟负载"),
            {"{{instance}}": f"node_load15{{{_OF}}} / {_PROCESSORS}"},
            limits=Limits(1, 2),
        ),
        Panel(
            Text(en="Memory that is available", zh="可用内存占比"),
            {"{{instance}}": _MEMORY},
            "percentunit",
            limits=Limits(0.1, 0.05),
        ),
        Panel(
            Text(en="Free space", zh="可用空间占比"),
            {"{{instance}} {{mountpoint}}": _FREE},
            "percentunit",
            limits=Limits(0.15, 0.05),
        ),
        Panel(
            Text(en="Free inodes", zh="可用 inode 占比"),
            {"{{instance}} {{mountpoint}}": _INODES},
            "percentunit",
            limits=Limits(0.1, 0.05),
        ),
        Panel(
            Text(en="Time that disks are busy", zh="磁盘忙碌时间占比"),
            {"{{instance}} {{device}}": f"rate(node_disk_io_time_seconds_total{{{_OF}}}[$__rate_interval])"},
            "percentunit",
        ),
        Panel(
            Text(en="Network, received and sent", zh="网络收发"),
            {"{{instance}} {{device}} ↓": _RECEIVED, "{{instance}} {{device}} ↑": _SENT},
            "Bps",
        ),
        Panel(
            Text(en="How far the clock is off", zh="时钟偏差"),
            {"{{instance}}": f"abs(node_timex_offset_seconds{{{_OF}}})"},
            "s",
        ),
        Panel(
            Text(en="Since the last start", zh="已运行时间"),
            {"{{instance}}": f"time() - node_boot_time_seconds{{{_OF}}}"},
            "s",
            "bargauge",
        ),
    ),
    choose='up{job="node"}',
)
