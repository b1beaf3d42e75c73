/*
 * A link between two network namespaces: one TUN device in each, and this process between them.
 *
 * Each direction is an access link as a router before it and the wire behind it make one:
 *
 *     TUN -> queue (tail drop) -> transmitter (rate) -> air (loss, delay, jitter) -> TUN
 *
 * A packet that the air loses has waited in the queue and used its share of the rate, as on a real
 * radio or telephone line. Nothing waits in real time for the transmitter: when a packet arrives,
 * the moment at which its last bit leaves follows from the packets before it, and the moment at
 * which it must come out at the other end follows from that. One heap holds what is under way,
 * and the process sleeps until the earliest is due. A late wake-up delays the packets due then,
 * never those that follow, because no time is ever counted from a wake-up.
 *
 * link CLIENT-NETNS SERVER-NETNS DEVICE SEED UP DOWN
 *
 * CLIENT-NETNS and SERVER-NETNS are files that setns(2) takes; UP and DOWN are KEY=VALUE lists
 * with commas (see `parse`). "ready" on standard output says that both devices exist. The line
 * "stats" on standard input is answered with one line of JSON; the end of standard input or
 * SIGTERM ends the process after one more.
 */

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <math.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { MAX_PACKET = 65536, BATCH = 32 };

static const int64_t SECOND = 1000000000;  /* all times are nanoseconds */
static const int64_t LATE = 1000000;       /* counted as late beyond this */

/* Random numbers: splitmix64 (Steele, Lea, Flood 2014), so that a seed means the same everywhere.
 * Loss and jitter of each direction draw from streams of their own: changing one parameter
 * leaves the others' draws as they were. */

static uint64_t draw(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

static double uniform(uint64_t *state)
{
    return (double)(draw(state) >> 11) * 0x1p-53;
}

/* |N(0, 1)|, by the sum of twelve uniforms (Irwin-Hall): exact in integers, so no libm decides. */
static double half_normal(uint64_t *state)
{
    int64_t sum = -6 * (INT64_C(1) << 32);
    for (int i = 0; i < 12; i++)
        sum += (int64_t)(draw(state) >> 32);
    return (double)(sum < 0 ? -sum : sum) * 0x1p-32;
}

struct packet {
    int64_t due;
    uint64_t order;     /* of entry: packets due at the same moment keep it */
    size_t size;
    unsigned char data[];
};

/* A stretch of time and what the transmitter then manages, as a share of the rate. */
struct step {
    int64_t lasts;
    double share;
};

struct direction {
    const char *name;
    int from, to;       /* TUN devices */

    double rate;        /* bit/s at IP level; 0: no limit */
    struct step *steps; /* at least one; they repeat from `start` for ever */
    size_t step_count;
    int64_t start, cycle;
    double cycle_work;  /* ns at the full rate that one cycle is worth */
    double queue;       /* bytes that may wait, the unsent part of the one on the wire included */
    int64_t delay;
    double jitter;      /* ns: standard deviation of the normal whose half is added */
    bool reorder;       /* whether jitter may change the order */
    double loss;        /* share of packets */
    double burst;       /* mean length of a run of lost packets; 1: each is drawn by itself */

    uint64_t loss_state, jitter_state;
    bool losing;        /* the Gilbert model's bad state */
    int64_t busy_until; /* the last bit of the last packet leaves the transmitter */
    int64_t last_due;
    uint64_t entered;
    struct packet **heap;
    size_t under_way, room;

    uint64_t packets_in, bytes_in, queue_drops, losses, packets_out, bytes_out, write_errors, late;
    uint64_t ignored;
    double max_queue;
    int64_t max_lateness;
};

static volatile sig_atomic_t stopped;

static void die(const char *what)
{
    fprintf(stderr, "link: %s: %s\n", what, strerror(errno));
    exit(1);
}

static int64_t now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * SECOND + t.tv_nsec;
}

/* What is under way: a binary heap, the earliest first. */

static bool before(const struct packet *a, const struct packet *b)
{
    return a->due != b->due ? a->due < b->due : a->order < b->order;
}

static void push(struct direction *d, struct packet *p)
{
    if (d->under_way == d->room) {
        d->room = d->room ? 2 * d->room : 1024;
        d->heap = realloc(d->heap, d->room * sizeof *d->heap);
        if (!d->heap)
            die("memory");
    }
    size_t i = d->under_way++;
    for (; i && before(p, d->heap[(i - 1) / 2]); i = (i - 1) / 2)
        d->heap[i] = d->heap[(i - 1) / 2];
    d->heap[i] = p;
}

static struct packet *pop(struct direction *d)
{
    struct packet *first = d->heap[0], *last = d->heap[--d->under_way];
    size_t i = 0;
    for (;;) {
        size_t child = 2 * i + 1;
        if (child >= d->under_way)
            break;
        if (child + 1 < d->under_way && before(d->heap[child + 1], d->heap[child]))
            child++;
        if (!before(d->heap[child], last))
            break;
        d->heap[i] = d->heap[child];
        i = child;
    }
    d->heap[i] = last;
    return first;
}

/* The transmitter. Its work is counted in nanoseconds at the full rate; `work` is what it can do
 * from the start to a moment, `moment` the inverse. Whole cycles are counted, not added up. */

static double work(const struct direction *d, int64_t at)
{
    int64_t left = (at - d->start) % d->cycle;
    double done = 0;
    for (const struct step *s = d->steps; left > 0; left -= s++->lasts)
        done += (double)(left < s->lasts ? left : s->lasts) * s->share;
    return (double)((at - d->start) / d->cycle) * d->cycle_work + done;
}

static int64_t moment(const struct direction *d, double done)
{
    double cycles = floor(done / d->cycle_work);
    double left = done - cycles * d->cycle_work;
    int64_t at = d->start + (int64_t)cycles * d->cycle;
    const struct step *s = d->steps, *last = d->steps + d->step_count - 1;
    for (; s < last && left > (double)s->lasts * s->share; at += s++->lasts)
        left -= (double)s->lasts * s->share;
    return at + llround(left / s->share);
}

/* When the last bit leaves of a packet whose first one leaves at `from`. */
static int64_t sent_at(const struct direction *d, int64_t from, size_t bytes)
{
    return moment(d, work(d, from) + 8e9 * (double)bytes / d->rate);
}

static double backlog(const struct direction *d, int64_t at)
{
    return d->busy_until > at ? (work(d, d->busy_until) - work(d, at)) * d->rate / 8e9 : 0;
}

/* The air. With bursts it is the Gilbert model: in the bad state every packet is lost. It leaves
 * that state with 1/burst, and enters it so that `loss` of all packets are lost in the long run. */
static bool lost(struct direction *d)
{
    double u = uniform(&d->loss_state);
    if (d->burst <= 1)
        return u < d->loss;
    d->losing = d->losing ? u >= 1 / d->burst : u < d->loss / (d->burst * (1 - d->loss));
    return d->losing;
}

static bool multicast(const unsigned char *data, size_t size)
{
    if (data[0] >> 4 == 6)
        return size >= 40 && data[24] == 0xFF;
    return size >= 20 && (data[16] & 0xF0) == 0xE0;
}

static void enter(struct direction *d, const unsigned char *data, size_t size, int64_t arrival)
{
    /* The kernel's own chatter (MLD) would take its share of the random numbers. */
    if (multicast(data, size)) {
        d->ignored++;
        return;
    }
    d->packets_in++;
    d->bytes_in += size;
    int64_t sent = arrival;
    if (d->rate > 0) {
        double waiting = backlog(d, arrival) + (double)size;
        if (waiting > d->queue) {
            d->queue_drops++;
            return;
        }
        if (waiting > d->max_queue)
            d->max_queue = waiting;
        sent = sent_at(d, d->busy_until > arrival ? d->busy_until : arrival, size);
        d->busy_until = sent;
    }
    int64_t due = sent + d->delay;
    if (d->jitter > 0)
        due += llround(d->jitter * half_normal(&d->jitter_state));
    if (lost(d)) {
        d->losses++;
        return;
    }
    if (!d->reorder && due < d->last_due)
        due = d->last_due;
    d->last_due = due;
    struct packet *p = malloc(sizeof *p + size);
    if (!p)
        die("memory");
    p->due = due;
    p->order = d->entered++;
    p->size = size;
    memcpy(p->data, data, size);
    push(d, p);
}

static void receive(struct direction *d)
{
    static unsigned char data[MAX_PACKET];
    for (int i = 0; i < BATCH; i++) {
        ssize_t size = read(d->from, data, sizeof data);
        if (size > 0)
            enter(d, data, (size_t)size, now());
        else if (size < 0 && (errno == EAGAIN || errno == EINTR || errno == EIO))
            return;  /* EIO: the device is not up yet */
        else
            die("reading from the device");
    }
}

static void deliver(struct direction *d)
{
    int64_t at;
    while (d->under_way && d->heap[0]->due <= (at = now())) {
        struct packet *p = pop(d);
        int64_t lateness = at - p->due;
        if (lateness > d->max_lateness)
            d->max_lateness = lateness;
        d->late += lateness > LATE;
        if (write(d->to, p->data, p->size) == (ssize_t)p->size) {
            d->packets_out++;
            d->bytes_out += p->size;
        } else {
            d->write_errors++;
        }
        free(p);
    }
}

static void print_direction(const struct direction *d)
{
    printf("\"%s\": {\"packets_in\": %" PRIu64 ", \"bytes_in\": %" PRIu64
           ", \"queue_drops\": %" PRIu64 ", \"losses\": %" PRIu64 ", \"packets_out\": %" PRIu64
           ", \"bytes_out\": %" PRIu64 ", \"under_way\": %zu, \"write_errors\": %" PRIu64
           ", \"ignored\": %" PRIu64 ", \"max_queue_bytes\": %.0f, \"max_lateness_us\": %" PRId64
           ", \"late\": %" PRIu64 "}",
           d->name, d->packets_in, d->bytes_in, d->queue_drops, d->losses, d->packets_out,
           d->bytes_out, d->under_way, d->write_errors, d->ignored, d->max_queue,
           d->max_lateness / 1000, d->late);
}

static void print_stats(const struct direction *up, const struct direction *down)
{
    printf("{");
    print_direction(up);
    printf(", ");
    print_direction(down);
    printf("}\n");
    fflush(stdout);
}

static void add_step(struct direction *d, int64_t lasts, double share)
{
    d->steps = realloc(d->steps, (d->step_count + 1) * sizeof *d->steps);
    if (!d->steps)
        die("memory");
    d->steps[d->step_count++] = (struct step){lasts, share};
    d->cycle += lasts;
    d->cycle_work += (double)lasts * share;
}

/* NANOSECONDS:SHARE, separated by semicolons. */
static bool parse_steps(struct direction *d, const char *text)
{
    for (;;) {
        char *end;
        int64_t lasts = strtoll(text, &end, 10);
        if (end == text || *end != ':' || lasts <= 0)
            return false;
        double share = strtod(text = end + 1, &end);
        if (end == text || !(share > 0 && share <= 1))
            return false;
        add_step(d, lasts, share);
        if (*end != ';')
            return !*end;
        text = end + 1;
    }
}

static void parse(struct direction *d, const char *name, char *text, uint64_t seed)
{
    d->name = name;
    d->burst = 1;
    d->loss_state = seed;
    d->jitter_state = draw(&d->loss_state);
    for (char *rest = NULL, *item = strtok_r(text, ",", &rest); item;
         item = strtok_r(NULL, ",", &rest)) {
        char *end, *value = strchr(item, '=');
        if (!value)
            goto wrong;
        *value++ = 0;
        if (!strcmp(item, "steps")) {
            if (!parse_steps(d, value))
                goto wrong;
            continue;
        }
        double number = strtod(value, &end);
        if (*end || end == value)
            goto wrong;
        if (!strcmp(item, "rate"))
            d->rate = number;
        else if (!strcmp(item, "queue"))
            d->queue = number;
        else if (!strcmp(item, "delay"))
            d->delay = llround(number);
        else if (!strcmp(item, "jitter"))
            d->jitter = number;
        else if (!strcmp(item, "reorder"))
            d->reorder = number != 0;
        else if (!strcmp(item, "loss"))
            d->loss = number;
        else if (!strcmp(item, "burst"))
            d->burst = number;
        else
            goto wrong;
        continue;
    wrong:
        fprintf(stderr, "link: %s: what is %s?\n", name, item);
        exit(2);
    }
    if (!d->steps)
        add_step(d, SECOND, 1);
    if (d->burst > 1)
        d->losing = uniform(&d->loss_state) < d->loss;
}

static int open_device(const char *namespace, const char *name)
{
    struct ifreq request = {.ifr_flags = IFF_TUN | IFF_NO_PI};
    int handle = open(namespace, O_RDONLY | O_CLOEXEC);
    if (handle < 0 || setns(handle, CLONE_NEWNET))
        die(namespace);
    close(handle);
    handle = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (handle < 0)
        die("/dev/net/tun");
    strncpy(request.ifr_name, name, IFNAMSIZ - 1);
    if (ioctl(handle, TUNSETIFF, &request))
        die("TUNSETIFF");
    return handle;
}

static void on_term(int number)
{
    (void)number;
    stopped = 1;
}

/* Whether standard input is still open. */
static bool commands(const struct direction *up, const struct direction *down)
{
    char text[64];
    ssize_t size = read(STDIN_FILENO, text, sizeof text);
    for (ssize_t i = 0; i < size; i++)
        if (text[i] == '\n')  /* there is but one command */
            print_stats(up, down);
    return size > 0 || (size < 0 && errno == EINTR);
}

/* Wake up at once: a real-time class where we may, no slack on timers, nothing paged out. */
static void hurry(void)
{
    struct sched_param priority = {.sched_priority = 10};
    if (sched_setscheduler(0, SCHED_FIFO, &priority))
        (void)!setpriority(PRIO_PROCESS, 0, -20);
    prctl(PR_SET_TIMERSLACK, 1UL, 0UL, 0UL, 0UL);
    (void)!mlockall(MCL_CURRENT | MCL_FUTURE);
}

int main(int count, char **arguments)
{
    if (count != 7) {
        fprintf(stderr, "usage: link CLIENT-NETNS SERVER-NETNS DEVICE SEED UP DOWN\n");
        return 2;
    }
    static struct direction up, down;
    uint64_t seed = strtoull(arguments[4], NULL, 10);
    parse(&up, "up", arguments[5], draw(&seed));
    parse(&down, "down", arguments[6], draw(&seed));
    up.from = down.to = open_device(arguments[1], arguments[3]);
    down.from = up.to = open_device(arguments[2], arguments[3]);
    hurry();

    sigset_t blocked, waiting;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGTERM);
    sigprocmask(SIG_BLOCK, &blocked, &waiting);
    sigdelset(&waiting, SIGTERM);
    sigaction(SIGTERM, &(struct sigaction){.sa_handler = on_term}, NULL);
    signal(SIGINT, SIG_IGN);  /* Ctrl-C is for our parent, which closes our standard input */
    signal(SIGPIPE, SIG_IGN);

    up.start = down.start = now();
    printf("ready\n");
    fflush(stdout);
    struct pollfd files[] = {
        {.fd = up.from, .events = POLLIN},
        {.fd = down.from, .events = POLLIN},
        {.fd = STDIN_FILENO, .events = POLLIN},
    };
    while (!stopped) {
        deliver(&up);
        deliver(&down);
        int64_t next = INT64_MAX;
        if (up.under_way)
            next = up.heap[0]->due;
        if (down.under_way && down.heap[0]->due < next)
            next = down.heap[0]->due;
        struct timespec rest = {0};
        if (next != INT64_MAX) {
            int64_t left = next - now();
            if (left > 0)
                rest = (struct timespec){left / SECOND, left % SECOND};
        }
        if (ppoll(files, 3, next == INT64_MAX ? NULL : &rest, &waiting) < 0) {
            if (errno != EINTR)
                die("ppoll");
            continue;
        }
        if (files[0].revents)
            receive(&up);
        if (files[1].revents)
            receive(&down);
        if (files[2].revents && !commands(&up, &down))
            break;
    }
    print_stats(&up, &down);
    return 0;
}
